import { attempt, type Outcome } from './outcome.ts';

/** How wide a text is, in pixels, in a font as CSS names it. */
export function textMeasure(): (text: string, font: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (text, font) => {
    if (!context) return text.length * 16;
    context.font = font;
    return context.measureText(text).width;
  };
}

/** Draws an SVG document as a PNG, `scale` times as large, on the page itself. */
export function drawPng(svg: string, size: { width: number; height: number }, scale = 2): Promise<Outcome<Blob>> {
  return attempt(async () => {
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    try {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [size.width * scale, size.height * scale];
      canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
      if (!blob) throw new Error('the browser could not draw the picture');
      return blob;
    } finally {
      URL.revokeObjectURL(url);
    }
  });
}
