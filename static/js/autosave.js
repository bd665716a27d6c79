// Saves a section of a form a moment after somebody stops typing. Without it the buttons do.

const PAUSE = 3000;

/** Sends the form as it is whenever it has rested for a while, and says so below it. */
export function enhance(form) {
  const status = form.querySelector("[data-autosave-status]");
  const revision = form.querySelector('input[name="revision"]');
  if (!status || !revision) return;
  const words = form.dataset;
  let timer = 0;
  let sending = false;
  let waiting = false;
  let stopped = false;

  const say = (text) => {
    status.textContent = text;
  };

  const later = () => {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };

  async function save() {
    if (stopped) return;
    if (sending) {
      waiting = true;
      return;
    }
    sending = true;
    const body = new URLSearchParams(new FormData(form));
    body.set("go", "autosave");
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "error" });
      if (answer.ok) {
        // Whoever presses a button meanwhile has seen what was saved.
        revision.value = String((await answer.json()).revision);
        const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
        say(words.saved.replace("{time}", time));
      } else if (answer.status === 409) {
        // The page that follows a button shows both versions.
        stopped = true;
        say(words.overtaken);
      } else {
        say(words.failed);
      }
    } catch {
      say(words.failed);
    }
    sending = false;
    if (waiting) {
      waiting = false;
      later();
    }
  }

  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", (event) => {
    // A button that comes while a save is under way would meet its own revision.
    if (sending && !stopped) {
      event.preventDefault();
      const button = event.submitter;
      const again = () => (sending ? setTimeout(again, 100) : form.requestSubmit(button));
      stopped = false;
      clearTimeout(timer);
      again();
      return;
    }
    stopped = true;
    clearTimeout(timer);
  });
}
