/** Starts everything a page needs. Without this script all words still read and can be selected. */
