import type { OpenWorker } from '../session';

/** Starts the worker whose file the page names; throws where there is none or the web view allows none. */
export const openCheckingWorker: OpenWorker = ({ onMessage, onFailure }) => {
  const script = document.querySelector('meta[name="checking-script"]');
  if (script === null) throw new Error('The page names no worker.');
  const worker = new Worker(script.getAttribute('content') as string);
  worker.onmessage = (event) => onMessage(event.data);
  worker.onerror = (event) => {
    // Said by the fallback, if at all: nothing is lost.
    event.preventDefault();
    onFailure(event.message || 'the script did not load');
  };
  return {
    send: (message) => worker.postMessage(message),
    end: () => worker.terminate(),
  };
};
