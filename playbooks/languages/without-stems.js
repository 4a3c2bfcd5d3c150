/* Of a language without a stemmer: a word is its own stem, and is found as it is typed. */
/** @returns {import('../theme/assets/search/worker/stem.js').Stemmer} */
export const stemmer = () => ({ normalise: word => word, stem: word => [word] })
