import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import { noSinks } from './sinks.js';

/** The walls of the house: what a folder may not import. `core/` is also walled off by its own tsconfig. */
const walls = {
  core: [
    '**/ui/**',
    '**/state/**',
    '**/data/**',
    '**/workers/**',
    '**/build/**',
    'svelte',
    'svelte/**',
    'idb-keyval',
    'node:*',
    'virtual:*',
  ],
  build: ['**/ui/**', '**/state/**', '**/data/**', '**/workers/**', 'svelte', 'svelte/**'],
  workers: ['**/ui/**', '**/state/**', '**/data/**', '**/build/**', 'svelte', 'svelte/**', 'idb-keyval'],
  data: ['**/ui/**', '**/state/**', '**/build/**', 'svelte', 'svelte/**'],
  state: ['**/ui/**', '**/build/**', '**/workers/**', 'idb-keyval', 'virtual:*'],
  ui: ['**/build/**', '**/workers/**', '**/data/**', 'idb-keyval', 'virtual:*'],
};

export default ts.config(
  { ignores: ['dist/', 'dist-single/', 'node_modules/', 'test-results/'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'] } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['error'] }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      // Links within the page are built by one function of core; SvelteKit's router is not here.
      'svelte/no-navigation-without-resolve': 'off',
      // State is $state.raw and replaced whole (docs/architecture.md), so plain Maps and Dates are what is meant.
      'svelte/prefer-svelte-reactivity': 'off',
      // The space between two cues is a text node of its own; only an expression keeps it.
      'svelte/no-useless-mustaches': 'off',
    },
  },
  {
    files: ['src/**'],
    rules: noSinks,
  },
  { files: ['src/**/*.test.ts'], rules: { 'no-script-url': 'off' } },
  ...Object.entries(walls).map(([folder, never]) => ({
    files: [`src/${folder}/**/*.{ts,svelte}`],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: never, message: `${folder}/ does not open this door.` }] },
      ],
    },
  })),
  { files: ['e2e/**', 'src/build/**'], rules: { 'no-console': 'off' } },
);
