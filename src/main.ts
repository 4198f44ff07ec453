import { mount } from 'svelte';
import './app.css';
import { Offline } from './state/offline.svelte.ts';
import App from './ui/App.svelte';
import { fetchRefusedStyle } from './ui/refusedStyle.ts';
import { placeOfView } from './ui/poster.ts';

fetchRefusedStyle();
const offline = new Offline(import.meta.url);
mount(App, { target: placeOfView(), props: { offline } });
// After loading, so that the copy is not fetched before what is to be read; from disk there is nothing to copy.
if (import.meta.env.PROD && location.protocol.startsWith('http')) addEventListener('load', () => offline.start());
