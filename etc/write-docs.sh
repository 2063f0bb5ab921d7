#!/usr/bin/env bash
# Writes docs/permissions.md and docs/security-settings.md anew from what the product declares. ./etc/test.sh compares them.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Platform.Architecture.Tests -v quiet -nologo -clp:ErrorsOnly
PLATFORM_WRITE_DOCS=true dotnet tests/Platform.Architecture.Tests/bin/Debug/net10.0/Platform.Architecture.Tests.dll \
  -noLogo -method '*.PermissionDocument_Tests.Document_*' -method '*.SettingsDocument_Tests.Document_*'
