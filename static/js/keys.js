// Keys that act on the page of a case. They act only while nothing is being typed or chosen, and only where the page offers
// them: whoever turned them off gets a page without this list. A key is known by its place, so that it is the same in every script.

const ACTS = { KeyJ: "[data-key-next]", KeyK: "[data-key-previous]", KeyU: "[data-key-back]" };

function isBusy(target) {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, button, summary, [contenteditable], dialog[open]") !== null
  );
}

export function enhance(dialog) {
  dialog.querySelector("[data-keys-close]")?.addEventListener("click", () => dialog.close());
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.repeat || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey || dialog.open || isBusy(event.target)) return;
    if (event.key === "?") {
      event.preventDefault();
      dialog.showModal();
    } else if (event.shiftKey) {
      return;
    } else if (event.code === "KeyW") {
      const field = document.querySelector("[data-key-write] textarea");
      if (!field) return;
      event.preventDefault();
      field.focus();
    } else if (ACTS[event.code]) {
      const link = document.querySelector(ACTS[event.code]);
      if (!link) return;
      event.preventDefault();
      link.click();
    }
  });
}
