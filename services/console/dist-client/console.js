// src/client/copy-buttons.ts
function e(e) {
	if (window.isSecureContext) for (let t of e.querySelectorAll("[data-copy]")) {
		let e = t.textContent;
		t.hidden = !1, t.addEventListener("click", async () => {
			await navigator.clipboard.writeText(t.dataset.copy ?? ""), t.textContent = "Copied", setTimeout(() => {
				t.textContent = e;
			}, 1500);
		});
	}
}
function t(e) {
	let t = new URLSearchParams();
	for (let [n, r] of new FormData(e)) typeof r == "string" && r !== "" && t.append(n, r);
	let n = t.toString();
	return n === "" ? "/" : `/?${n}`;
}
function n() {
	let e = document.querySelector("form[data-search]"), n = e?.querySelector("input[name=\"q\"]");
	if (e === null || n == null) return;
	let r, i;
	async function a(e) {
		i?.abort(), i = new AbortController();
		let { signal: n } = i, r = t(e);
		try {
			let e = await fetch(r, {
				signal: n,
				headers: { accept: "text/html" }
			}), t = new DOMParser().parseFromString(await e.text(), "text/html").querySelector("[data-results]");
			if (!e.ok || t === null || t.querySelector(".problem") !== null) return;
			document.querySelector("[data-results]")?.replaceWith(document.adoptNode(t)), history.replaceState(null, "", r);
		} catch (e) {
			if (!n.aborted && !(e instanceof TypeError)) throw e;
			return;
		}
	}
	e.addEventListener("input", (t) => {
		t instanceof InputEvent && t.isComposing || (clearTimeout(r), r = setTimeout(() => void a(e), 160));
	}), n.addEventListener("compositionend", () => void a(e)), document.addEventListener("keydown", (e) => {
		let t = e.target instanceof HTMLInputElement || e.target instanceof HTMLTextAreaElement;
		e.key !== "/" || t || e.ctrlKey || e.metaKey || e.altKey || (e.preventDefault(), n.focus(), n.select());
	});
}
// src/client/switch-theme.ts
function r() {
	let e = document.documentElement.dataset.theme;
	return e === "light" || e === "dark" ? e : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
function i() {
	let e = document.querySelector("[data-theme-switch]");
	if (e === null) return;
	let t = () => {
		e.textContent = r() === "dark" ? "Light" : "Dark";
	};
	e.addEventListener("click", () => {
		let e = r() === "dark" ? "light" : "dark";
		document.documentElement.dataset.theme = e, document.cookie = `newsmill-theme=${e}; path=/; max-age=31536000; samesite=strict`, t();
	}), t(), e.hidden = !1;
}
i(), n(), e(document);
