"""A mail program is no part of a test: what it would be given is kept instead, as `window.mailLink`."""

KEEP_MAIL_LINK = """document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="mailto:"]');
  if (!link) return;
  window.mailLink = link.href;
  event.preventDefault();
}, true);"""
