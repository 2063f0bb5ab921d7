#!/usr/bin/env bash
# Makes a module from a template in a copy of this repository, wires it, scaffolds its migration, writes its permissions down and runs its
# tests and the architecture tests: ./etc/check-template.sh [NAME] [platform-module|platform-tenant-type]. Set the variables of
# etc/services/postgres.sh to run them on PostgreSQL too.
set -euo pipefail
cd "$(dirname "$0")/.."
. etc/check-tools.sh
require_tools

name=${1:-Scratch}
lower=${name,,}
template=${2:-platform-module}
case $template in
  platform-module) projects=("modules/$lower/Platform.$name" "modules/$lower/Platform.$name.Web"); classes="typeof(Platform.$name.${name}Module), typeof(Platform.$name.Web.${name}WebModule)" ;;
  platform-tenant-type) projects=("modules/$lower/Platform.$name"); classes="typeof(Platform.$name.${name}Module)" ;;
  *) echo "There is no template $template." >&2; exit 2 ;;
esac
copy=$(mktemp -d /tmp/platform-template.XXXXXX)
trap 'rm -rf "$copy"' EXIT
trap 'exit 130' INT TERM

git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
  if [ -e "$file" ]; then printf '%s\0' "$file"; fi
done | tar -c --null -T - | tar -x -C "$copy"
cd "$copy"

dotnet new install "./templates/$template" --debug:custom-hive "$copy/.hive" >/dev/null
dotnet new "$template" -n "$name" --debug:custom-hive "$copy/.hive" >/dev/null
dotnet sln Platform.sln add "modules/$lower"/*/*.csproj "tests/Platform.$name.Tests" >/dev/null
dotnet add host/Platform.Host reference "${projects[@]}" >/dev/null
sed -i "s/^internal sealed class HostModule/[DependsOn($classes)]\n&/" host/Platform.Host/HostModule.cs
dotnet run --project etc/migrations -- add "$name" Initial
./etc/write-docs.sh
for tests in "Platform.$name.Tests" Platform.Architecture.Tests; do
  dotnet build "tests/$tests" -nologo -v quiet -clp:ErrorsOnly
  dotnet "tests/$tests/bin/Debug/net10.0/$tests.dll" -noLogo -noColor
done
echo "The template $template makes a module that builds without warnings and passes its tests and the architecture tests."
