/** What main.ts is to the page on a host: without a copy for work offline, for this file is one. */
import { mount } from 'svelte';
import './app.css';
import App from './ui/App.svelte';

mount(App, { target: document.getElementById('app')! });
