/**
 * Ways in which a page can tell another host of itself. Each runs in a page without a policy; `host` is one of its own.
 * Planted to see what sees them.
 */
export const LEAKS: Readonly<Record<string, (host: string) => unknown>> = {
  img: (host) => (new Image().src = `http://${host}/`),
  srcset: (host) => (new Image().srcset = `http://${host}/ 1x`),
  'https img': (host) => (new Image().src = `https://${host}/`),
  fetch: (host) => fetch(`http://${host}/`).catch(() => 0),
  'fetch without CORS': (host) => fetch(`http://${host}/`, { mode: 'no-cors' }).catch(() => 0),
  XMLHttpRequest: (host) => {
    const request = new XMLHttpRequest();
    request.open('GET', `http://${host}/`);
    request.send();
  },
  beacon: (host) => navigator.sendBeacon(`http://${host}/`, 'x'),
  WebSocket: (host) => new WebSocket(`ws://${host}/`),
  EventSource: (host) => new EventSource(`http://${host}/`),
  script: (host) => document.body.append(Object.assign(document.createElement('script'), { src: `http://${host}/` })),
  'module script': (host) => import(`http://${host}/m.js`).catch(() => 0),
  stylesheet: (host) =>
    document.body.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `http://${host}/` })),
  prefetch: (host) =>
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: `http://${host}/` })),
  preload: (host) =>
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'preload', as: 'image', href: `http://${host}/` }),
    ),
  preconnect: (host) =>
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'preconnect', href: `https://${host}/` }),
    ),
  'dns-prefetch': (host) =>
    document.head.append(Object.assign(document.createElement('link'), { rel: 'dns-prefetch', href: `//${host}` })),
  'CSS url': (host) => (document.body.style.backgroundImage = `url(http://${host}/)`),
  'CSS @import': (host) =>
    document.head.append(Object.assign(document.createElement('style'), { textContent: `@import "http://${host}/";` })),
  font: (host) => new FontFace('x', `url(http://${host}/)`).load().catch(() => 0),
  video: (host) => document.createElement('video').setAttribute('src', `http://${host}/`),
  poster: (host) => document.body.append(Object.assign(document.createElement('video'), { poster: `http://${host}/` })),
  iframe: (host) => document.body.append(Object.assign(document.createElement('iframe'), { src: `http://${host}/` })),
  object: (host) => document.body.append(Object.assign(document.createElement('object'), { data: `http://${host}/` })),
  form: (host) => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'away' });
    const form = Object.assign(document.createElement('form'), { action: `http://${host}/`, target: 'away' });
    document.body.append(frame, form);
    form.submit();
  },
  'a new window': (host) => window.open(`http://${host}/`),
  'SVG image': (host) => {
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
    image.setAttribute('href', `http://${host}/`);
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.append(image);
    document.body.append(svg);
  },
  'fetch in a worker': (host) => new Worker(URL.createObjectURL(new Blob([`fetch('http://${host}/').catch(() => 0)`]))),
  'script in a worker': (host) => new Worker(URL.createObjectURL(new Blob([`importScripts('http://${host}/')`]))),
  'WebSocket in a worker': (host) => new Worker(URL.createObjectURL(new Blob([`new WebSocket('ws://${host}/')`]))),
  WebRTC: (host) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}` }] });
    peer.createDataChannel('x');
    const gathered = new Promise<void>((resolve) => {
      peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve();
    });
    Object.assign(window, { gathered });
    return peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  },
};
