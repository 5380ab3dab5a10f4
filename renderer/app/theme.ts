import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Id of the element in which everything that floats above the screen is drawn. */
export const LAYERS = 'layers';

/** One accent: the dark blue of the national government, with lighter steps for dark screens. */
const rijks: MantineColorsTuple = [
  '#eef3f9',
  '#dbe6f2',
  '#b7cde4',
  '#8fb3d9',
  '#7fb0e6',
  '#3a72ae',
  '#265a94',
  '#154273',
  '#10345c',
  '#0b2645',
];

/** Cool greys, dark enough below and light enough above to read by. */
const dark: MantineColorsTuple = [
  '#dfe4ea',
  '#c3cbd5',
  '#a3aebb',
  '#74808f',
  '#3d4754',
  '#2d3641',
  '#212933',
  '#161c24',
  '#10151b',
  '#0b0f14',
];

export const theme = createTheme({
  colors: { rijks, dark },
  primaryColor: 'rijks',
  primaryShade: { light: 7, dark: 8 },
  fontFamily: "'Source Sans 3 Variable', 'Segoe UI', sans-serif",
  headings: {
    fontFamily: "'Source Sans 3 Variable', 'Segoe UI', sans-serif",
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h4: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1.0625rem', lg: '1.1875rem', xl: '1.375rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Windows, lists and messages stand in a landmark of their own, so that nothing is outside all of them.
    Portal: { defaultProps: { target: `#${LAYERS}` } },
    Tooltip: {
      defaultProps: {
        openDelay: 300,
        multiline: true,
        maw: 360,
        events: { hover: true, focus: true, touch: false },
      },
    },
    Modal: { defaultProps: { centered: true, radius: 'md' } },
    Button: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { autosize: true, minRows: 3, maxRows: 16 } },
    Anchor: { defaultProps: { underline: 'hover' } },
  },
});

/** Contrast that the kit's own greys do not reach: dimmed and error text on both grounds. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#16202b',
    '--mantine-color-dimmed': '#4d5965',
    '--mantine-color-placeholder': '#5f6b77',
    '--mantine-color-error': '#a8201a',
    '--mantine-color-default-border': '#c9d1da',
  },
  dark: {
    '--mantine-color-rijks-filled': '#3a72ae',
    '--mantine-color-rijks-filled-hover': '#316499',
    '--mantine-color-rijks-light': '#1d2f44',
    '--mantine-color-rijks-light-hover': '#24394f',
    '--mantine-color-rijks-light-color': '#b7cde4',
    '--mantine-color-dimmed': '#a3aebb',
    '--mantine-color-placeholder': '#8a96a5',
    '--mantine-color-error': '#ff9c94',
    '--mantine-color-default-border': '#3d4754',
  },
});
