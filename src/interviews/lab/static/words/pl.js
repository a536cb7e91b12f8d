// Polskie teksty interfejsu; czego tu brakuje, mówi się po angielsku.

/** @type {Record<string, string>} */
export default {
  "app.projects": "Projekty",
  "app.transcripts": "Transkrypcje",
  "app.transcript": "Transkrypcja",
  "app.codebook": "Książka kodów",
  "app.here": "Kodowania tutaj",
  "app.definition": "Definicja",
  "state.saved": "Wszystko zapisane",
  "state.saving": "Zapisywanie {count}…",
  "ok": "OK",
  "cancel": "Anuluj",
  "close": "Zamknij",
};
