// A file that is too large is told before it is sent, at its field, in the words that the server would use.

export function watch(box) {
  const input = box.querySelector('input[type="file"]');
  const most = Number(box.dataset.most);
  if (!input || !most) return;

  const group = input.closest(".govuk-form-group");
  const told = document.createElement("p");
  told.className = "govuk-error-message";
  told.id = `${input.id}-too-large`;

  input.addEventListener("change", () => {
    const isTooLarge = [...(input.files ?? [])].some((file) => file.size > most);
    // What the server said of the file before is about another file now.
    group?.querySelectorAll(".govuk-error-message").forEach((message) => message.remove());
    group?.classList.toggle("govuk-form-group--error", isTooLarge);
    input.classList.toggle("govuk-file-upload--error", isTooLarge);
    input.toggleAttribute("aria-invalid", isTooLarge);
    if (isTooLarge) {
      told.textContent = box.dataset.tooLarge ?? "";
      input.before(told);
      input.setAttribute("aria-describedby", `${input.id}-hint ${told.id}`);
      input.value = "";
      input.focus();
    } else {
      input.setAttribute("aria-describedby", `${input.id}-hint`);
    }
  });
}
