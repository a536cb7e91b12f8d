// The language of the page: the one that its address asks for, or the browser's, or that of the study.

const SPOKEN = ["de", "en", "pl"];

/** @param {string} ofStudy */
export function chosenLanguage(ofStudy) {
  const wanted = new URLSearchParams(window.location.search).get("language") ?? navigator.language.slice(0, 2);
  return SPOKEN.includes(wanted) ? wanted : ofStudy;
}
