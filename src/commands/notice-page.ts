import { readNotice } from './notice';

const { message, advice } = readNotice(window.location.hash);
(document.getElementById('message') as HTMLElement).textContent = message;
(document.getElementById('advice') as HTMLElement).textContent = advice;
