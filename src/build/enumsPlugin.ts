import type { Plugin } from 'vite';
import { freeEnums } from './enums.ts';

/** Leaves out what no one uses of the enums of libraries that were written in TypeScript: a kilobyte of names. */
export function enumsPlugin(): Plugin {
  return {
    name: 'hourline-enums',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/jsonc-parser\// },
      handler: (code) => freeEnums(code),
    },
  };
}
