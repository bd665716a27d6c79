// What the pages gain from a script. Every page is complete without it.

import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from "govuk-frontend";
import { enhance as autosave } from "./autosave.js";

import { watch } from "./file.js";
import { enhance as keys } from "./keys.js";
// The design system starts only where these two stand. They are set here and not in the page, which may hold no inline script.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
]) {
  createAll(component);
}

// Long lists become searchable. The script for it is fetched only by pages that have one.
const pickers = document.querySelectorAll('[data-module="app-picker"]');
const picker = document.querySelector("script[data-picker]")?.dataset.picker;
if (pickers.length > 0 && picker) {
  import(picker).then(({ enhance }) => pickers.forEach(enhance));
}

// Forms that are long are saved while somebody types.
document.querySelectorAll('form[data-module="app-autosave"]').forEach(autosave);
document.querySelectorAll('[data-module="app-file"]').forEach(watch);

document.querySelectorAll('[data-module="app-keys"]').forEach(keys);

// A button that prints exists only where a script can press it.
document.querySelectorAll('[data-module="app-print"]').forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
// Search fields suggest what somebody may be typing. The script for it is fetched when somebody begins.
const suggest = document.querySelector("script[data-suggest]")?.dataset.suggest;
for (const field of document.querySelectorAll("[data-suggestions]")) {
  if (suggest) field.addEventListener("focus", () => import(suggest).then(({ enhance }) => enhance(field)), { once: true });
}
