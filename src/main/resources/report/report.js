// Nothing here is needed to read the page: it finds by name, unfolds for paper and for links.
(() => {
  "use strict";

  const files = [...document.querySelectorAll(".file")];
  const find = document.getElementById("find");

  if (find) {
    const words = files.map((file) => {
      const claims = [...file.querySelectorAll("summary, .facts")];
      return claims.map((one) => one.textContent).join(" ").toLowerCase();
    });
    const said = find.nextElementSibling;
    find.parentElement.hidden = false;
    find.addEventListener("input", () => {
      const wanted = find.value.trim().toLowerCase();
      files.forEach((file, i) => (file.hidden = !words[i].includes(wanted)));
      const shown = files.filter((file) => !file.hidden).length;
      said.textContent = wanted ? `${shown} of ${files.length}` : "";
    });
    find.form.addEventListener("submit", (event) => event.preventDefault());
  }

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((one) => (one.open = true));
  });
  addEventListener("afterprint", () => folded.forEach((one) => (one.open = false)));

  const unfold = () => {
    let one = document.getElementById(location.hash.slice(1));
    for (; one; one = one.parentElement) {
      if (one.tagName === "DETAILS") one.open = true;
    }
  };
  addEventListener("hashchange", unfold);
  unfold();
})();
