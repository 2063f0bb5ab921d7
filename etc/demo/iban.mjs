// Account numbers whose national check digits hold as well as the IBAN's own (ISO 13616, mod 97 of ISO 7064).
const mod = (digits, by) => Number(BigInt(digits) % BigInt(by));
const pad = (value, width) => String(value).padStart(width, '0');
const weighted = (digits, weights) => [...digits].reduce((sum, digit, i) => sum + Number(digit) * weights[i], 0);

const accounts = {
  // Code banque, code guichet, numero de compte, cle RIB.
  FR(bank, random) {
    const branch = pad(random(99999), 5);
    const account = pad(random(99_999_999), 11);
    return bank + branch + account + pad(97 - mod(`${bank}${branch}${account}00`, 97), 2);
  },
  BE(bank, random) {
    const number = bank + pad(random(9_999_999), 7);
    return number + pad(mod(number, 97) || 97, 2);
  },
  DE: (bank, random) => bank + pad(random(9_999_999_999), 10),
  // Entidad, oficina, two digitos de control, cuenta.
  ES(bank, random) {
    const branch = pad(random(9999), 4);
    const account = pad(random(9_999_999_999), 10);
    const weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
    const control = (digits) => { const c = 11 - (weighted(digits, weights) % 11); return c === 11 ? 0 : c === 10 ? 1 : c; };
    return bank + branch + control(`00${bank}${branch}`) + control(account) + account;
  },
};

export function checkDigits(country, account) {
  const digits = [...`${account}${country}00`].map((c) => parseInt(c, 36)).join('');
  return pad(98 - mod(digits, 97), 2);
}

export function iban(country, bank, random) {
  const account = accounts[country](bank, random);
  return country + checkDigits(country, account) + account;
}
