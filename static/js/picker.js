// Makes a long <select> searchable, also by letters without their accents.

import accessibleAutocomplete from "accessible-autocomplete";

const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLocaleLowerCase();

/** Puts a search field in the place of the select inside `holder`; the select stays and is what the form sends. */
export function enhance(holder) {
  const select = holder.querySelector("select");
  if (!select) return;
  const options = [...select.options].filter((option) => option.value !== "");
  const described = select.getAttribute("aria-describedby");
  const words = holder.dataset;

  accessibleAutocomplete.enhanceSelectElement({
    selectElement: select,
    defaultValue: select.selectedOptions[0]?.value ? select.selectedOptions[0].text : "",
    showAllValues: true,
    confirmOnBlur: true,
    menuAttributes: { "aria-label": holder.querySelector("label")?.textContent.trim() ?? "" },
    source: (query, done) => {
      const wanted = fold(query.trim());
      const starts = options.filter((option) => fold(option.text).startsWith(wanted));
      const holds = options.filter((option) => !starts.includes(option) && fold(option.text).includes(wanted));
      done([...starts, ...holds].map((option) => option.text));
    },
    onConfirm: (chosen) => {
      const typed = chosen ?? holder.querySelector("input")?.value ?? "";
      const option = options.find((one) => fold(one.text) === fold(typed.trim()));
      select.value = option ? option.value : "";
    },
    tNoResults: () => words.none,
    tStatusNoResults: () => words.none,
    tStatusQueryTooShort: () => "",
    tStatusSelectedOption: (chosen) => `${chosen} ${words.selected}`,
    tStatusResults: (count) => String(count),
    tAssistiveHint: () => words.hint,
  });

  const input = holder.querySelector("input");
  if (input) {
    if (described) input.setAttribute("aria-describedby", `${described} ${input.getAttribute("aria-describedby") ?? ""}`.trim());
    if (select.getAttribute("aria-invalid")) input.setAttribute("aria-invalid", "true");
  }
}
