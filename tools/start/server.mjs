import http from 'node:http';
import sirv from 'sirv';

const HOST = '127.0.0.1';
const PORTS_TO_TRY = 20;
const START_PAGE = '/workbench.html';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** File names carry a hash of the content; only the pages themselves are asked for anew each time. */
const HASHED_NAME = /\.[0-9a-f]{8}\.(js|css)$/;

/**
 * Serves a folder to this machine only, on the wanted port or the next free one.
 * @returns {Promise<{ port: number, close: () => void }>}
 */
export async function serveFolder(folder, wantedPort) {
  // Not in development mode: the files are listed once, and nothing outside the list can be asked for.
  const serveFile = sirv(folder, {
    etag: true,
    setHeaders(response, pathname) {
      if (pathname.endsWith('.xlsx')) response.setHeader('Content-Type', XLSX_TYPE);
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Referrer-Policy', 'no-referrer');
      response.setHeader('Cache-Control', HASHED_NAME.test(pathname) ? 'max-age=31536000, immutable' : 'no-cache');
    },
  });
  const server = http.createServer((request, response) => {
    const [pathname, query] = (request.url ?? '/').split('?', 2);
    if (pathname === '/') {
      response.writeHead(302, { Location: query === undefined ? START_PAGE : `${START_PAGE}?${query}` }).end();
      return;
    }
    serveFile(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('没有这个页面。 Not found.');
    });
  });
  for (let port = wantedPort; ; port += 1) {
    try {
      await listen(server, port);
      return {
        port,
        close() {
          server.close();
          server.closeAllConnections();
        },
      };
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port === wantedPort + PORTS_TO_TRY) throw error;
    }
  }
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
