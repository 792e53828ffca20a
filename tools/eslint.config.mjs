// Layers: every zone says in a sentence where the code belongs instead. test/layers.test.ts checks that each path exists.
import tseslint from 'typescript-eslint';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { layerZones } from './layers.mjs';

const OLD_ENGINE =
  'The pane also runs in the Internet Explorer 11 engine of Excel 2016/2019: no u, s, y or v flag, no look-behind, no named group.';

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: layerZones }],
      'import-x/no-cycle': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: ['src/{core,host,session,checking,pane,commands,functions}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'Literal[regex.flags=/[usyv]/]', message: OLD_ENGINE },
        { selector: 'Literal[regex.pattern=/\\(\\?<[=!a-zA-Z]/]', message: OLD_ENGINE },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.|zod$|decimal\\.js$)',
              message:
                'The engine is pure: zod and decimal.js are its only packages. Code that needs another belongs in host, session, pane or cli.',
            },
          ],
        },
      ],
    },
  },
);
