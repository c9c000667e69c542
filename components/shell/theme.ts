import {
  Badge,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  colorsTuple,
  createTheme,
  Input,
  InputWrapper,
  Kbd,
  type MantineColorsTuple,
  Modal,
  NavLink,
  Radio,
  Stepper,
  Table,
  Tooltip,
} from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#eef7f8',
  '#e4f1f2',
  '#b9dcdf',
  '#74c4cc',
  '#4fb3bd',
  '#0c7a86',
  '#17757f',
  '#0c5f69',
  '#094c55',
  '#063a41',
];
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f6f5f2',
  '#efede8',
  '#e7e4de',
  '#d5d1c9',
  '#b5b0a6',
  '#8b867c',
  '#6b675e',
  '#524f48',
  '#1c1b19',
];
const dark: MantineColorsTuple = [
  '#edebe6',
  '#d6d2ca',
  '#b9b4aa',
  '#a39d92',
  '#3c3936',
  '#2c2a28',
  '#242321',
  '#1a1918',
  '#161514',
  '#131211',
];

/** The words of the product are colour names: <Badge color="create">, <Progress.Section color="failed">. */
const kinds = {
  create: 'create',
  update: 'update',
  unchanged: 'unchanged',
  skip: 'skip',
  conflict: 'conflict',
  failed: 'error',
  error: 'error',
  warning: 'warning',
};

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, gray, dark, ...Object.fromEntries(Object.keys(kinds).map((k) => [k, colorsTuple('#8b867c')])) },
  black: '#1c1b19',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '22px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '14px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'var(--shadow-1)',
    sm: 'var(--shadow-1)',
    md: 'var(--shadow-2)',
    lg: 'var(--shadow-3)',
    xl: 'var(--shadow-3)',
  },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '15px', lineHeight: '22px' },
      h3: { fontSize: '13px', lineHeight: '18px' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm', variant: 'default' },
      vars: (_theme, props) => ({
        root: {
          '--button-height': { xs: '26px', sm: '32px', md: '36px', lg: '40px' }[String(props.size)],
          '--button-padding-x': { xs: '9px', sm: '12px', md: '16px', lg: '16px' }[String(props.size)],
        },
      }),
      styles: (_theme, props) => ({
        root: { fontWeight: props.variant === 'filled' || props.variant === 'light' ? 600 : 500 },
        label: { fontWeight: 'inherit' },
      }),
    }),
    Input: Input.extend({
      vars: (_theme, props) => ({
        wrapper: { '--input-height': { sm: '32px', md: '40px', lg: '44px' }[String(props.size ?? 'sm')] },
      }),
    }),
    InputWrapper: InputWrapper.extend({
      vars: () => ({
        label: {},
        success: {},
        error: { '--input-error-size': '12px' },
        description: { '--input-description-size': '12px' },
      }),
      styles: { label: { fontWeight: 600, marginBottom: 6 } },
    }),
    Stepper: Stepper.extend({ defaultProps: { size: 'xs', iconSize: 20, wrap: false } }),
    NavLink: NavLink.extend({ styles: { root: { borderRadius: 'var(--r)', height: 32 } } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' }, styles: { label: { fontSize: 13 } } }),
    Radio: Radio.extend({ defaultProps: { size: 'xs' }, styles: { label: { fontSize: 13 } } }),
    Badge: Badge.extend({
      defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 500, fz: 12, lts: 0, h: 22, px: 7 },
    }),
    Table: Table.extend({ defaultProps: { tabularNums: true, verticalSpacing: 0, highlightOnHover: true } }),
    Tooltip: Tooltip.extend({ defaultProps: { multiline: true, maw: 280, openDelay: 300, withArrow: true } }),
    Modal: Modal.extend({
      defaultProps: {
        radius: 'xl',
        padding: 'lg',
        size: 560,
        centered: true,
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
    Kbd: Kbd.extend({ defaultProps: { size: 'xs', ff: 'text', fw: 500 } }),
  },
});

/** Mantine takes its colours from the tokens in look.css, so light and dark are said once. */
export const resolver: CSSVariablesResolver = () => {
  const shared: Record<string, string> = {
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-3)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-error': 'var(--error)',
    '--mantine-color-anchor': 'var(--accent-text)',
    '--mantine-color-default': 'var(--control-fill)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-petrol-filled': 'var(--accent)',
    '--mantine-color-petrol-filled-hover': 'var(--accent-hover)',
    '--mantine-color-petrol-light': 'var(--accent-tint)',
    '--mantine-color-petrol-light-hover': 'var(--accent-select)',
    '--mantine-color-petrol-light-color': 'var(--accent-text)',
    '--mantine-color-petrol-text': 'var(--accent-text)',
    '--mantine-color-petrol-outline': 'var(--accent-text)',
  };
  for (const [kind, token] of Object.entries(kinds)) {
    shared[`--mantine-color-${kind}-filled`] = `var(--${token}-bar)`;
    shared[`--mantine-color-${kind}-light`] = `var(--${token}-tint)`;
    shared[`--mantine-color-${kind}-light-hover`] = `var(--${token}-tint)`;
    shared[`--mantine-color-${kind}-light-color`] = `var(--${token})`;
    shared[`--mantine-color-${kind}-text`] = `var(--${token})`;
    shared[`--mantine-color-${kind}-outline`] = `var(--${token})`;
  }
  return { variables: {}, light: shared, dark: shared };
};
