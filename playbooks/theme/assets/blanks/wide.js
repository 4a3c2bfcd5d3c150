/** Whether there is room for the panel of blanks beside the words: as wide as the style sheet needs for two columns. */
export const WIDE = matchMedia('(min-width: 61.25em)');
