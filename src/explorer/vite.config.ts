import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Everything lands under /explorer/ and nothing is fetched from elsewhere. Assets are never inlined, so that the
 * page needs no `script-src data:`; the fonts that GraphiQL carries in its own style sheet stay `font-src data:`.
 */
export default defineConfig({
  root: here('.'),
  base: '/explorer/',
  publicDir: false,
  logLevel: 'warn',
  worker: { format: 'es' },
  build: {
    outDir: here('../../dist/explorer'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: {
      input: { index: here('index.html'), guide: here('guide.html') },
      // React libraries mark their files "use client"; that is for servers that render, and there is none.
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
});
