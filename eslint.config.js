/** Lint of the browser modules. Which room may ask which, and circles: rooms.config.cjs. */

const HTML_FROM_STRINGS = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc'];

export default [
  {
    files: ['playbooks/theme/assets/**/*.js'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // Undefined names are found by the types.
      'no-unused-vars': ['error', { args: 'after-used', argsIgnorePattern: '^_$' }],
      'no-restricted-properties': ['error', { object: 'document', property: 'write' }, { object: 'document', property: 'writeln' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: `AssignmentExpression > MemberExpression.left[property.name=/^(${HTML_FROM_STRINGS.join('|')})$/]`,
          message: 'HTML is not put together from strings: make elements (core/elements.js).',
        },
        {
          selector: "CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseFromString|createContextualFragment)$/]",
          message: 'HTML is not put together from strings: make elements (core/elements.js).',
        },
      ],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-duplicate-imports': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always'],
      'no-fallthrough': 'error',
      'no-unreachable': 'error',
      'no-self-assign': 'error',
      'no-unsafe-optional-chaining': 'error',
      'no-shadow-restricted-names': 'error',
      'no-constant-condition': 'error',
    },
  },
  {
    // It reads what others write as HTML, to take out what acts, and puts none of it into a page itself.
    files: ['playbooks/theme/assets/core/harmless.js'],
    rules: { 'no-restricted-syntax': 'off' },
  },
];
