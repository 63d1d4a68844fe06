// How cards look here. Colours are the page's own variables, so that they follow light and dark by themselves.

const pair = (name) => ({ default: `var(--${name})`, subtle: `var(--${name})` });
const colors = {
  default: { default: "var(--text)", subtle: "var(--text-subtle)" },
  dark: { default: "var(--text)", subtle: "var(--text-subtle)" },
  light: { default: "var(--text-subtle)", subtle: "var(--text-subtle)" },
  accent: pair("accent"),
  good: pair("good"),
  warning: pair("warning"),
  attention: pair("attention"),
};
const container = (background, border) => ({ backgroundColor: `var(--${background})`, borderColor: `var(--${border})`, foregroundColors: colors });

export const hostConfig = {
  fontFamily: "inherit",
  fontSizes: { small: 14, default: 16, medium: 17, large: 20, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 700 },
  lineHeights: { small: 21, default: 26, medium: 28, large: 30, extraLarge: 34 },
  spacing: { none: 0, small: 6, default: 10, medium: 16, large: 24, extraLarge: 32, padding: 14 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  supportsInteractivity: true,
  imageSizes: { small: 40, medium: 80, large: 160 },
  containerStyles: {
    default: container("surface", "line"),
    emphasis: container("surface-emphasis", "line"),
    accent: container("surface-accent", "accent"),
    good: container("surface-good", "good"),
    warning: container("surface-warning", "warning"),
    attention: container("surface-attention", "attention"),
  },
  // Teams shows six buttons in a row of actions.
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
    preExpandSingleShowCardAction: false,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
  },
  adaptiveCard: { allowCustomStyle: false },
  imageSet: { imageSize: "medium", maxImageHeight: 100 },
  factSet: {
    title: { color: "default", size: "default", isSubtle: true, weight: "default", wrap: true, maxWidth: 160 },
    value: { color: "default", size: "default", isSubtle: false, weight: "default", wrap: true },
    spacing: 16,
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { color: "default", size: "default", weight: "bolder" },
      optionalInputs: { color: "default", size: "default", weight: "bolder" },
    },
    errorMessage: { color: "attention", size: "small", weight: "default", spacing: "small" },
  },
};
