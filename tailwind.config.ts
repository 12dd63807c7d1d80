/** Design tokens: the label's black rules, one red, two faces. src/styles/ reads them with theme(). */
import type { Config } from 'tailwindcss';

export default {
  theme: {
    schemes: {
      light: {
        paper: '#fff',
        ink: '#111',
        muted: '#464646',
        faint: '#8a8a8a',
        red: '#a8201a',
        tint: '#f3f1ec',
      },
      dark: {
        paper: '#131313',
        ink: '#f0efec',
        muted: '#b9b7b2',
        faint: '#767676',
        red: '#ff8b7b',
        tint: '#1f1e1c',
      },
      print: {
        paper: '#fff',
        ink: '#000',
        muted: '#222',
        faint: '#888',
        red: '#000',
        tint: '#fff',
      },
    },
    // Contrast against `paper` stands beside each colour, light scheme / dark scheme (WCAG 2.2).
    colors: {
      paper: 'var(--paper)',
      ink: 'var(--ink)', // 18.9:1 / 16.2:1
      muted: 'var(--muted)', // 9.4:1 / 9.3:1
      faint: 'var(--faint)', // 3.5:1 / 4.1:1, lines only, never text
      red: 'var(--red)', // 7.3:1 / 8.2:1
      tint: 'var(--tint)', // a ground one step from paper; ink on it 16.7:1 / 14.5:1
    },
    fontFamily: {
      label: ['"Libre Franklin"', '"Libre Franklin fallback"', 'Arial', 'sans-serif'],
      text: ['"Source Serif"', '"Source Serif fallback"', 'Georgia', 'serif'],
    },
    fontSize: {
      mark: '0.75rem',
      fine: '0.8125rem',
      small: '0.875rem',
      label: ['0.9375rem', { lineHeight: '1.45', letterSpacing: '0' }],
      base: '1rem',
      urgent: '1.0625rem',
      text: '1.125rem',
      h3: ['1.1875rem', '1.3'],
      lead: ['1.3125rem', '1.4'],
      panel: '1.5rem',
      h2: ['1.625rem', '1.2'],
      wordmark: '1.75rem',
      sheet: '2rem',
      h1: ['clamp(2rem, 1.3rem + 3vw, 3.25rem)', '1.05'],
    },
    borderWidth: { hair: '1px', stroke: '2px', frame: '2.5px', thick: '5px', bar: '10px' },
    // Below `rows` each row of a table is a block; from `beside` on a tool's sum stands beside its form.
    screens: {
      tight: '22rem',
      phone: '30rem',
      rows: '40rem',
      wide: '48rem',
      beside: '60rem',
      desk: '68rem',
    },
    extend: {
      maxWidth: { page: '70rem', measure: '38rem', side: '18rem' },
    },
  },
} satisfies Config;
