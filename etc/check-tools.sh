# Sourced: ends with one clear message when the .NET 10 SDK or Node is missing.
require_tools() {
  local lacking=()
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' ||
    lacking+=("the .NET 10 SDK (https://learn.microsoft.com/dotnet/core/install/linux-debian, then: apt-get install -y dotnet-sdk-10.0)")
  { command -v node && command -v npm; } >/dev/null || lacking+=("Node 20 or later with npm (apt-get install -y nodejs npm)")
  [ ${#lacking[@]} -eq 0 ] && return
  printf 'This needs %s\n' "${lacking[@]}" >&2
  exit 3
}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
