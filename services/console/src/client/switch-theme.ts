function currentTheme(): 'light' | 'dark' {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/**
 * Shows the button that changes between light and dark; the choice goes into a cookie, so that the server
 * draws the next page right from the start.
 */
export function switchTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
  if (button === null) return;
  const label = () => {
    button.textContent = button.dataset[currentTheme() === 'dark' ? 'light' : 'dark'] ?? '';
  };
  button.addEventListener('click', () => {
    const theme = currentTheme() === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = theme;
    document.cookie = `newsmill-theme=${theme}; path=/; max-age=31536000; samesite=strict`;
    label();
  });
  label();
  button.hidden = false;
}
