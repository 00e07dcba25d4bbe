// The console as a portal hosts it: static files under a path, with the strictest policy that it runs under.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** Where the portal keeps the console. */
const PATH = '/portal/flow/';

const SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Serves the release on a free port. */
export async function serveSite() {
  let config = null;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://site');
    if (!pathname.startsWith(PATH)) {
      response.writeHead(404).end();
      return;
    }
    const name = normalize(pathname.slice(PATH.length)) === '.' ? 'index.html' : normalize(pathname.slice(PATH.length));
    try {
      const own = name === 'config.json' && config !== null;
      const content = own ? config : await readFile(join(process.env.DIST, name));
      response.writeHead(200, {
        'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
        'Content-Security-Policy': SECURITY_POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cache-Control': 'no-cache',
      });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: `${origin}${PATH}`,

    /** Puts another `config.json` beside the page; `null` puts the release's own back. */
    configure(text) {
      config = text;
    },

    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
