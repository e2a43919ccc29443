/* global document, localStorage */
// Before anything is drawn, so that a chosen scheme never flashes the other one. Kept by src/app/shell/scheme.ts.
try {
  document.documentElement.dataset.scheme = localStorage.getItem('campus-desk.scheme') ?? 'auto';
} catch {
  // A browser that keeps nothing follows the system.
}
