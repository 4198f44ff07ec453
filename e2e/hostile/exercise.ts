import type { Page } from '@playwright/test';

/** How often a payload ran, kept where no payload can undo it; set up before anything of the page. */
export async function watch(page: Page): Promise<() => Promise<number[]>> {
  const seen: number[] = [];
  await page.context().exposeFunction('tellRun', (n: number) => void seen.push(n));
  await page.addInitScript(() => {
    const { tellRun } = window as unknown as { tellRun: (n: number) => void };
    const ran = (n: number) => tellRun(Number(n));
    Object.defineProperty(window, 'ran', { value: ran });
    for (const name of ['alert', 'prompt', 'confirm'] as const) Object.defineProperty(window, name, { value: ran });
  });
  return async () => {
    // What was set off on the page has come through before this answer.
    await page.evaluate(() => (window as unknown as { tellRun: (n: number) => Promise<void> }).tellRun(-1));
    return seen.filter((n) => n >= 0);
  };
}

/** Drops files anywhere on the page, whatever their names. */
export function drop(page: Page, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
  return page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of dropped) {
      dataTransfer.items.add(new File([text], name));
    }
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}

/**
 * Hovers, focuses and clicks all that is there, down to the last element: with events for what lies below another thing,
 * with the pointer for what can be seen. Links that leave are not followed; links that should not be there are.
 */
export async function exercise(page: Page): Promise<void> {
  await page.evaluate(() => {
    const fire = (element: Element, types: readonly string[]) => {
      for (const type of types) {
        const Kind = type.startsWith('pointer') ? PointerEvent : MouseEvent;
        element.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, clientX: 5, clientY: 5 }));
      }
    };
    for (const element of document.querySelectorAll('body *')) {
      fire(element, ['pointerover', 'pointerenter', 'mouseover', 'mouseenter', 'mousemove']);
      if (element instanceof HTMLElement) element.focus({ preventScroll: true });
      if (element instanceof HTMLDetailsElement) element.open = true;
      if (element instanceof HTMLAnchorElement && !/^(?:https?|mailto):/.test(element.protocol)) element.click();
      // Signs on the page's own buttons would press those.
      if (!(element instanceof HTMLElement) && !element.closest('button')) fire(element, ['click']);
    }
    (document.activeElement as HTMLElement | null)?.blur();
  });
  const { width, height } = page.viewportSize()!;
  for (let y = 20; y < height; y += 190) for (let x = 20; x < width; x += 300) await page.mouse.move(x, y);
}

/** What stands on the page that markup from a file would have made, and links that are live and should not be. */
export function intruders(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const never =
      'script, iframe, object, embed, applet, link, style, base, meta, math, foreignObject, frame, frameset, template, marquee, form[action], [formaction], [style*="url"], [srcdoc], [ping]';
    const found = [...document.body.querySelectorAll(never)].map((element) => element.outerHTML.slice(0, 80));
    for (const element of document.body.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) found.push(`${element.tagName} ${name}`);
        if (/^(?:src|srcset|data|poster|background)$/.test(name) && !/^blob:/.test(value))
          found.push(`${name}=${value}`);
      }
      if (!(element instanceof HTMLAnchorElement)) continue;
      // One that no browser can parse leads nowhere.
      const away = element.origin !== location.origin && element.protocol !== ':';
      if (away && !/^(?:https?|mailto):$/.test(element.protocol)) found.push(`live: ${element.href}`);
      if (away && (element.target !== '_blank' || element.rel !== 'noopener noreferrer')) {
        found.push(`tells where it comes from: ${element.href}`);
      }
    }
    for (const key in {}) found.push(`every object has “${key}”`);
    return found;
  });
}
