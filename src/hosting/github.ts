/** A workflow for GitHub Pages, which sets no headers and knows no redirects but those of the pages themselves. */

/** The text of `.github/workflows/pages.yml`. @param address that of the site */
export function pagesWorkflow(address: string): string {
  return `name: Publish
on:
  push:
    branches: [main]
  # Articles that wait for their day come out when the site is built on it.
  schedule:
    - cron: '5 0 * * *'
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
jobs:
  publish:
    runs-on: ubuntu-latest
    environment: github-pages
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npm run build
        env:
          SITE_URL: ${address}
      - uses: actions/upload-pages-artifact@v3
        with:
          path: dist
      - uses: actions/deploy-pages@v4
`;
}
