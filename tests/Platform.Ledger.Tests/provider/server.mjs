// An accounting package with a real OAuth2 server, on a free port of this machine. Whoever comes is let in and allows everything,
// unless PAGES is set: then its own pages ask for both.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const account = { sub: '4711', preferred_username: 'Boulangerie Lefèvre (comptabilité)' };
const entries = [
  { id: 'E-1', date: '2026-03-02', text: 'Farine', amount: -412.5 },
  { id: 'E-2', date: '2026-03-04', text: 'Ventes', amount: 1830.2 },
];
const pages = process.env.PAGES === '1';
const stats = { refreshes: 0, revocations: 0 };

const http = createServer();
await new Promise((listening) => http.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${http.address().port}`;
const provider = new Provider(issuer, {
  clients: [{
    // The server takes back a browser on any port of this machine from native programs only (RFC 8252, 7.3).
    application_type: pages ? 'native' : 'web',
    client_id: process.env.CLIENT_ID,
    client_secret: process.env.CLIENT_SECRET,
    redirect_uris: [process.env.REDIRECT_URI],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_post',
  }],
  scopes: ['openid', 'offline_access', 'ledger', 'profile', 'email'],
  claims: { openid: ['sub', 'preferred_username'] },
  cookies: { keys: ['only-for-tests'] },
  features: { devInteractions: { enabled: pages }, revocation: { enabled: true } },
  findAccount: (ctx, sub) => ({ accountId: sub, claims: () => account }),
  ...(pages ? {} : { interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` } }),
  pkce: { required: () => true },
  rotateRefreshToken: true,
  ttl: {
    AccessToken: (ctx) => ctx.oidc.params?.grant_type === 'refresh_token' ? 3600 : Number(process.env.FIRST_TOKEN_SECONDS),
    Grant: 3600, IdToken: 3600, Interaction: 3600, RefreshToken: 3600, Session: 3600,
  },
});
provider.on('grant.success', (ctx) => { if (ctx.oidc.params.grant_type === 'refresh_token') stats.refreshes += 1; });
provider.on('grant.revoked', () => { stats.revocations += 1; });

async function interact(request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login')
    return provider.interactionFinished(request, response, { login: { accountId: account.sub } });
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

// A first token counts as ended, so that whoever uses one is found out.
async function sendEntries(request, response) {
  const body = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
  const token = await provider.AccessToken.find(body.get('access_token'));
  if (!token || !token.scopes.has('ledger') || token.remainingTTL <= 60)
    return send(response, 401, { error: 'invalid_token' });
  return send(response, 200, entries);
}

function send(response, status, value) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

const oauth = provider.callback();
http.on('request', async (request, response) => {
  if (!pages && request.url.startsWith('/interaction/'))
    await interact(request, response);
  else if (request.url === '/entries' && request.method === 'POST')
    await sendEntries(request, response);
  else if (request.url === '/stats')
    send(response, 200, stats);
  else
    await oauth(request, response);
});
process.stdin.on('end', () => process.exit()).resume();
console.log(issuer);
