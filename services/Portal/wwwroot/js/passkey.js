// Passkeys: a form marked data-passkey asks the browser for one and then goes on its way with it.
document.addEventListener('submit', async event => {
  const form = event.target.closest?.('[data-passkey]');
  if (!form || form.elements.Credential.value) return;
  event.preventDefault();
  event.stopImmediatePropagation();

  const failed = form.querySelector('[data-passkey-failed]');
  failed.hidden = true;
  try {
    const answer = await fetch(form.dataset.options, { method: 'POST', credentials: 'same-origin' });
    if (!answer.ok) throw new Error(answer.statusText);
    const options = await answer.json();
    const credential = form.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.elements.Credential.value = JSON.stringify(credential);
    form.requestSubmit();
  } catch {
    // Also when somebody thinks better of it.
    failed.hidden = false;
  }
}, true);
