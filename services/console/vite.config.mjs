import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** One small script for the browser; the server puts the hash of its bytes into its address. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  build: {
    outDir: 'dist-client',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    lib: { entry: 'src/client/console.ts', formats: ['es'], fileName: () => 'console.js' },
  },
});
