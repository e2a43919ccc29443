import eslint from '@eslint/js';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

const services = ['backlog', 'resolution', 'workload', 'gateway', 'tickets'];

/**
 * Forbids the imports that a pattern matches in the files of a folder.
 * @param {string} folder
 * @param {readonly (readonly [regex: string, message: string])[]} patterns
 */
const direction = (folder, ...patterns) => ({
  files: [`${folder}/**/*.ts`],
  ignores: ['**/*.spec.ts'],
  rules: {
    'no-restricted-imports': /** @type {['error', object]} */ ([
      'error',
      { patterns: patterns.map(([regex, message]) => ({ regex, message })) },
    ]),
  },
});

const otherServices = (/** @type {string} */ own) =>
  /** @type {const} */ ([
    `^@campus-desk/(${services.filter((name) => name !== own).join('|')})(/|$)|(^|/)\\.\\./(${services.join('|')})/`,
    'Services know the kit and the contract, never each other.',
  ]);

/** Who may import whom: everything points one way. */
const directions = [
  direction('services/kit/src', [
    '^@campus-desk/(?!contract$|contract/google/)|^\\.\\./\\.\\./',
    'The kit knows nobody, and no ticket word.',
  ]),
  direction('services/analysis/src', otherServices('analysis')),
  ...services
    .filter((name) => name !== 'tickets')
    .map((name) => direction(`services/${name}/src`, otherServices(name))),
  direction('services/tickets/src/domain', [
    '^(?!\\.)|/(store|rpc|demo)/',
    'The domain imports nothing outside itself.',
  ]),
  direction('services/tickets/src/store', otherServices('tickets'), [
    '/(rpc|demo)/',
    'The store knows only the domain.',
  ]),
  direction('services/tickets/src/rpc', otherServices('tickets'), ['/demo/', 'The doors know no demo.']),
  direction('frontend/src/app/api', [
    '^\\.\\.?/.*(entry|portal|console|analysis|qr|ticket|shell)/',
    'api knows no feature.',
  ]),
  direction('frontend/src/app/ticket', [
    '^\\.\\.?/.*(entry|portal|console|analysis|qr|shell)/',
    'ticket is shared: it knows no feature.',
  ]),
  direction('frontend/src/app/portal', [
    '^\\.\\.?/.*(entry|console|analysis|qr|shell)/',
    'Features do not know each other.',
  ]),
  direction('frontend/src/app/console', [
    '^\\.\\.?/.*(entry|portal|analysis|qr|shell)/',
    'Features do not know each other.',
  ]),
  direction('frontend/src/app/qr', [
    '^\\.\\.?/.*(entry|portal|console|analysis|shell)/',
    'Features do not know each other.',
  ]),
  direction('frontend/src/app/analysis', [
    '^\\.\\.?/.*(entry|portal|console|qr|shell)/',
    'Features do not know each other.',
  ]),
];

export default tseslint.config(
  { ignores: ['**/node_modules', '**/dist', 'proto/gen', '**/.angular', 'coverage'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Promise.withResolvers<void>() is a type argument too.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // TypeORM's options are classes in name only.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Bounds are in code points: spreading a string is what is meant.
      '@typescript-eslint/no-misused-spread': 'off',
      // noUncheckedIndexedAccess doubts every index; `!` says that a bound was checked.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Answers in JSON have the shape that the assertions say.
    files: ['e2e/**/*.ts', 'services/*/test/**/*.ts', 'proto/contract/**/*.ts', '**/*.spec.ts'],
    rules: Object.fromEntries(
      ['assignment', 'member-access', 'argument', 'call', 'return'].map((of) => [
        `@typescript-eslint/no-unsafe-${of}`,
        'off',
      ]),
    ),
  },
  {
    files: ['frontend/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: /** @type {NonNullable<typeof angular.processInlineTemplates>} */ (
      angular.processInlineTemplates
    ),
    rules: { '@typescript-eslint/no-extraneous-class': 'off' },
  },
  {
    files: ['frontend/src/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        URL: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
  ...directions,
);
