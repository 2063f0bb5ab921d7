#!/usr/bin/env bash
# Counts the rows of docs/security.md by state and prints the share that tests prove. Fails when a cited test does not exist, a tested
# row cites none, a state is unknown or an id stands twice; with ../shared/security/asvs.csv also when rows and document differ.
set -euo pipefail
cd "$(dirname "$0")/.."

document=docs/security.md
standard=../shared/security/asvs.csv
chapters='Authentication|Session Management|Authorization|Self-contained Tokens|OAuth and OIDC|Cryptography|Configuration'
others='2\.3\.1|2\.4\.1|3\.3\.1|3\.3\.2|3\.3\.4|3\.5\.1|3\.5\.2|3\.5\.3|3\.7\.2|4\.1\.3|14\.2\.1|14\.3\.2|15\.3\.3|15\.3\.4|16\.2\.5|16\.3\.1|16\.3\.2|16\.3\.3'

wrong=0
fail() {
  echo "$document: $*" >&2
  wrong=1
}

# Id, state and last cell; "-" where a cell is empty or the row has too few or too many.
rows() {
  awk -F ' *[|] *' '/^[|] *v5[.]0[.]0-/ { print $2 "\t" (NF == 6 && $4 != "" ? $4 : "-") "\t" ($5 != "" ? $5 : "-") }' "$document"
}

# Class.Method of every test there is.
tests() {
  find tests \( -name node_modules -o -name bin -o -name obj \) -prune -o -name '*_Tests.cs' -print0 | xargs -0 awk '
    match($0, /class [A-Za-z0-9_]+_Tests/) { class = substr($0, RSTART + 6, RLENGTH - 6) }
    /^ *public / && match($0, /(void|Task) [A-Za-z0-9]+_[A-Za-z0-9_]+\(/) { split(substr($0, RSTART, RLENGTH - 1), word, " "); print class "." word[2] }'
}

cited() { grep -oE '[A-Za-z0-9_]+_Tests\.[A-Za-z0-9_]+' <<<"$1" || true; }

known=$(tests)
declare -A count=([tested]=0 [deviates]=0 ['not applicable']=0 [open]=0)
while IFS=$'\t' read -r id state proof; do
  if [ -z "${count[$state]+x}" ]; then fail "$id has the state \"$state\""; continue; fi
  count[$state]=$((count[$state] + 1))
  [ "$proof" != - ] || fail "$id gives neither proof nor reason"
  names=$(cited "$proof")
  if [ "$state" = tested ] && [ -z "$names" ]; then fail "$id cites no test"; fi
  for name in $names; do
    grep -qxF "$name" <<<"$known" || fail "$id cites $name, which does not exist"
  done
done < <(rows)
for id in $(rows | cut -f1 | sort | uniq -d); do fail "$id stands twice"; done

if [ -f "$standard" ]; then
  asked=$(awk -F, -v chapters="^($chapters)$" -v others="^V($others)$" '$2 < 3 && ($3 ~ chapters || $1 ~ others) { print "v5.0.0-" substr($1, 2) }' "$standard" | sort)
  given=$(rows | cut -f1 | sort -u)
  for id in $(comm -23 <(echo "$asked") <(echo "$given")); do fail "$id is missing"; done
  for id in $(comm -13 <(echo "$asked") <(echo "$given")); do fail "$id is no row of levels 1 and 2 that concerns this document"; done
else
  echo "NOT CHECKED whether every row of the standard is there: $standard is missing" >&2
fi

all=0
for state in tested deviates 'not applicable' open; do
  echo "$state: ${count[$state]}"
  all=$((all + count[$state]))
done
[ "$all" -gt 0 ] || { fail "holds no row"; exit 1; }
echo "covered: $((100 * count[tested] / (all - count['not applicable']))) % of $((all - count['not applicable'])) rows that apply"
exit $wrong
