import tseslint from "typescript-eslint";

/** The recommended rules that know types; what is off says why. */
export default tseslint.config(
  { ignores: ["dist/", ".moose/", ".data-faker/", "examples/", "packages/"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A table of any row is an OlapTable<any> in Moose's own types; the no-unsafe rules watch its use.
      "@typescript-eslint/no-explicit-any": "off",
      // `async` also makes what is thrown a rejection, which an interface with promises asks for.
      "@typescript-eslint/require-await": "off",
      // The compiler's noUnusedLocals and noUnusedParameters say the same.
      "@typescript-eslint/no-unused-vars": "off",
      // Objects of functions are written with methods here, and have no `this`.
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    // What a server, a command or a library answers is compared with what is expected, as it comes.
    files: ["tests/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      // What a server of a test's own rejects with ends the test.
      "@typescript-eslint/no-misused-promises": "off",
    },
  },
);
