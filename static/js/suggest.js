// Suggestions under a search field: an editable combobox with a list (WAI-ARIA 1.2). What is typed stays what is sent;
// a suggestion leads to its page.

const PAUSE = 120;

/** Adds suggestions to `field`, from the address that it names. */
export function enhance(field) {
  if (field.getAttribute("role") === "combobox") return;
  const id = `${field.id}-suggestions`;
  const list = document.createElement("ul");
  list.id = id;
  list.className = "app-suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.querySelector(`label[for="${field.id}"]`)?.textContent.trim() ?? "");
  list.hidden = true;
  const status = document.createElement("div");
  status.className = "govuk-visually-hidden";
  status.setAttribute("role", "status");
  const holder = document.createElement("div");
  holder.className = "app-suggest";
  field.replaceWith(holder);
  holder.append(field, list, status);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": id,
    "aria-expanded": "false",
  })) {
    field.setAttribute(name, value);
  }
  field.focus();

  let timer;
  let asked;
  let chosen = -1;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const choose = (at) => {
    const options = [...list.children];
    if (options.length === 0) return;
    chosen = (at + options.length) % options.length;
    options.forEach((option, n) => option.setAttribute("aria-selected", String(n === chosen)));
    field.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  };

  const show = ([, names, places, pages, more]) => {
    list.replaceChildren(
      ...names.map((name, n) => {
        const option = document.createElement("li");
        option.id = `${id}-${n}`;
        option.className = "app-suggestions__one";
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.page = pages[n];
        const title = document.createElement("bdi");
        title.textContent = name;
        const place = document.createElement("span");
        place.className = "app-suggestions__place";
        place.textContent = places[n];
        option.append(title, " ", place);
        return option;
      }),
    );
    chosen = -1;
    list.hidden = names.length === 0;
    field.setAttribute("aria-expanded", String(names.length > 0));
    field.removeAttribute("aria-activedescendant");
    status.textContent = more?.said ?? "";
  };

  const ask = async () => {
    const typed = field.value.trim();
    asked?.abort();
    if (typed.length < 2) return close();
    asked = new AbortController();
    try {
      const address = new URL(field.dataset.suggestions, location.href);
      address.searchParams.set("q", typed);
      const answer = await fetch(address, { signal: asked.signal });
      if (answer.ok && document.activeElement === field) show(await answer.json());
    } catch {
      // Without suggestions the search works as it does without a script.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.page);
    else return;
    event.preventDefault();
  });
  // Before the field loses the focus and the list goes.
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target.closest("[data-page]");
    if (option) location.assign(option.dataset.page);
  });
}
