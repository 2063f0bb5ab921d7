#!/usr/bin/env bash
# Packs every framework and module project to artifacts/packages, builds a host outside the solution from the packages of tenancy,
# identity and audit, starts it in Production on a free loopback port and asks it for its sign-in page with all styles and scripts.
# ./etc/check-packages.sh --no-build packs what the last build made.
set -euo pipefail
cd "$(dirname "$0")/.."
. etc/check-tools.sh
require_tools

root=$PWD
packages=$PWD/artifacts/packages
scratch=$(mktemp -d /tmp/platform-packages.XXXXXX)
host=
cleanup() {
  if [ -n "$host" ]; then kill "$host" 2>/dev/null || true; wait "$host" 2>/dev/null || true; fi
  rm -rf "$scratch"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

pack() {
  rm -rf "$packages"
  dotnet pack Platform.sln -c Debug -o "$packages" -nologo -v quiet -clp:ErrorsOnly "$@"
  version=$(basename "$packages"/Platform.Kernel.*.nupkg .nupkg)
  version=${version#Platform.Kernel.}
}

# The machine's package folder without our own packages, so that none of an earlier run is taken for the new one.
borrow_package_folder() {
  local source package
  source=$(dotnet nuget locals global-packages --list)
  source=${source#*: }
  mkdir -p "$scratch/nuget"
  for package in "$source"/*/; do
    case $(basename "$package") in platform.*) ;; *) ln -s "$package" "$scratch/nuget/" ;; esac
  done
  export NUGET_PACKAGES=$scratch/nuget
}

write_host() {
  mkdir -p "$scratch/host"
  cd "$scratch/host"
  cat >NuGet.Config <<XML
<configuration><packageSources><add key="platform" value="$packages" /></packageSources></configuration>
XML
  cp "$root/global.json" .
  {
    echo '<Project Sdk="Microsoft.NET.Sdk.Web">'
    echo '  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><TreatWarningsAsErrors>true</TreatWarningsAsErrors><NuGetAudit>false</NuGetAudit></PropertyGroup>'
    echo '  <ItemGroup>'
    printf "    <PackageReference Include=\"Platform.%s\" Version=\"$version\" />\n" \
      Tenancy Tenancy.Web Identity Identity.Web Audit Audit.Web
    echo '  </ItemGroup>'
    echo '</Project>'
  } >Scratch.csproj
  cat >Program.cs <<'CS'
using Platform.AspNetCore;
using Platform.Kernel;

var app = PlatformApplication.Create<ScratchModule>(args);
await app.RunPlatformAsync();

[DependsOn(typeof(Platform.Tenancy.TenancyModule), typeof(Platform.Tenancy.Web.TenancyWebModule))]
[DependsOn(typeof(Platform.Identity.IdentityModule), typeof(Platform.Identity.Web.IdentityWebModule))]
[DependsOn(typeof(Platform.Audit.AuditModule), typeof(Platform.Audit.Web.AuditWebModule))]
internal sealed class ScratchModule : PlatformModule;
CS
  dotnet publish -c Release -o "$scratch/published" -nologo -v quiet -clp:ErrorsOnly
}

start_host() {
  cd "$scratch/published"
  ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS=http://127.0.0.1:0 Database__ConnectionString="Data Source=$scratch/platform.db" \
    Blobs__Path="$scratch/blobs" KeyRing__KeyFile="$scratch/keyring.key" dotnet Scratch.dll >"$scratch/host.log" 2>&1 </dev/null &
  host=$!
  local left=240
  until url=$(sed -n 's/^Platform is ready: \(http:[^ ,]*\).*/\1/p' "$scratch/host.log") && [ -n "$url" ]; do
    left=$((left - 1))
    if [ $left -eq 0 ] || ! kill -0 "$host" 2>/dev/null; then
      tail -n 40 "$scratch/host.log" >&2
      echo "The host made of packages did not start." >&2
      exit 1
    fi
    sleep 0.5
  done
}

ask_host() {
  node --input-type=module - "${url/127.0.0.1/localhost}" <<'JS' || { tail -n 20 "$scratch/host.log" >&2; exit 1; }
const root = process.argv[2];
const get = async path => {
  const response = await fetch(new URL(path, root));
  const text = await response.text();
  if (response.status !== 200 || text.length === 0) throw new Error(`${path} answered ${response.status} with ${text.length} characters`);
  return { text, type: response.headers.get('content-type') ?? '' };
};
await get('/health/ready');
const page = (await get('/account/sign-in')).text;
if (!/<input[^>]+type="password"/.test(page)) throw new Error('The sign-in page asks for no password');
const assets = [...page.matchAll(/<link[^>]+rel="stylesheet"[^>]*>|<script[^>]+src=[^>]*>/g)].map(tag => /(?:href|src)="([^"]+)"/.exec(tag[0])[1]);
if (!assets.some(a => a.includes('.css')) || !assets.some(a => a.includes('.js'))) throw new Error(`The sign-in page has no style or no script: ${assets}`);
for (const asset of assets) {
  const { type, text } = await get(asset);
  if (!/css|javascript/.test(type)) throw new Error(`${asset} is ${type}`);
  console.log(`${asset} ${text.length}`);
}
JS
}

pack "$@"
borrow_package_folder
write_host
start_host
ask_host
echo "$(ls "$packages" | wc -l) packages; a host made of them is ready and shows its sign-in page with styles."
