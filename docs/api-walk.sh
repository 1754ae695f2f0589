#!/bin/sh
# Two walks over the HTTP API with curl and jq alone, by what /v3/api-docs describes:
#   docs/api-walk.sh [http://localhost:8080]
# First a worker practises, from the token to the mistake book. Then an organizer makes a competition of some seconds,
# two workers sit it at once, one hands in and the time of the other runs out, and results and board are read.
# It needs a running demonstration (./lianbing run). The last line is the outcome as JSON; the steps go to stderr.
set -eu

BASE=${1:-http://localhost:8080}
SECONDS_TO_SIT=${LIANBING_WALK_SECONDS:-12}
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# call METHOD PATH TOKEN [BODY]: prints the answer; anything but a success ends the walk with the server's sentence.
call() {
  set -- "$1" "$2" "$3" "${4:-}"
  status=$(curl --silent --show-error --output "$FOLDER/answer" --write-out '%{http_code}' --request "$1" \
    ${3:+--header "Authorization: Bearer $3"} --header 'Content-Type: application/json' ${4:+--data "$4"} "$BASE$2")
  case $status in
    2*) cat "$FOLDER/answer" ;;
    *) die "$1 $2: $status $(cat "$FOLDER/answer")" ;;
  esac
}

token_of() {
  call POST /api/tokens '' "$(jq -nc --arg name "$1" '{username: $name, password: "lianbing"}')" | jq -er .token
}

# The responses of a form, numbered from 1 in the order of the slots, of each type as /v3/api-docs describes them. A
# number is far from any key, so that there is always a chance to learn; of options and steps the first ones are taken.
responses='
  def number: "-987654";
  def blank: if .kind == "pick" then .options[0].token elif .kind == "number" then number else "不知道" end;
  def own: if .variants then . + .variants[$variants[.slot | tostring] // 0] else . end;
  .slots | to_entries | {responses: map({slot: .value.slot, sequence: (.key + 1), value: (.value | own |
    if .type == "fill-in" then [.blanks[] | blank]
    elif .type == "ordering" then [.options[].token]
    elif .type == "multiple-choice" then [.options[0:2][].token]
    elif .type == "matching" then [.lefts, .options] | transpose | map(select(all) | {(.[0].token): .[1].token}) | add
    elif .type == "hotspot" then [[1, 1]]
    elif .type == "short-answer" or .type == "essay" then "不知道"
    elif .type == "practical" then {deductions: ([.task.criteria[] | {(.token): "0"}] | add), seconds: 60}
    elif .options then .options[0].token
    else number end)})}'

# answers ATTEMPT TOKEN: prints responses to its form; a 计算 has the numbers of the variant that was dealt.
answers() {
  call GET "/api/attempts/$1" "$2" | jq -c '.arrangement.variants // {}' >"$FOLDER/variants"
  call GET "/api/attempts/$1/form" "$2" | jq -c --argjson variants "$(cat "$FOLDER/variants")" "$responses"
}

# patiently SECONDS CONDITION METHOD PATH TOKEN: asks until jq finds the condition to hold.
patiently() {
  left=$1 condition=$2
  shift 2
  while :; do
    answer=$(call "$@")
    if printf '%s' "$answer" | jq -e "$condition" >/dev/null; then
      printf '%s' "$answer"
      return
    fi
    left=$((left - 1))
    [ "$left" -gt 0 ] || die "$1 $2: still not $condition: $answer"
    sleep 1
  done
}

# --- 1. A worker practises ------------------------------------------------------------------------------------------

practise() {
  worker=$(token_of worker8)
  trade=$(call GET /api/trades "$worker" | jq -er 'map(select(.code == "fitter" and .items >= 10))[0].code')
  say "worker8 practises $trade"
  started=$(call POST /api/practice/attempts "$worker" "$(jq -nc --arg trade "$trade" '{trade: $trade, count: 10}')")
  attempt=$(printf '%s' "$started" | jq -er .attemptId)
  token=$(printf '%s' "$started" | jq -er .token)
  form=$(call GET "/api/attempts/$attempt/form" "$token")
  body=$(answers "$attempt" "$token")

  saved=$(call PUT "/api/attempts/$attempt/responses" "$token" "$body")
  say "  saved $(printf '%s' "$saved" | jq '.saved | length') of $(printf "%s" "$form" | jq ".slots | length"), refused $(printf '%s' "$saved" | jq '.refused | length')"
  call PUT "/api/attempts/$attempt/responses" "$token" "$body" | jq -e '.refused == []' >/dev/null ||
    die 'the same responses sent again were refused'

  : >"$FOLDER/checked"
  for slot in $(printf '%s' "$form" | jq '.slots[].slot'); do
    one=$(printf '%s' "$body" | jq -c --argjson slot "$slot" \
      '.responses[] | select(.slot == $slot) | {sequence: (.sequence + 100), value}')
    checked=$(call POST "/api/attempts/$attempt/slots/$slot/check" "$token" "$one")
    printf '%s' "$checked" | jq -e '.key and .explanation' >/dev/null || die "no feedback for slot $slot"
    story=$(printf '%s' "$form" | jq --argjson slot "$slot" '.slots[] | select(.slot == $slot) | .group // "slot \($slot)"')
    printf '%s' "$checked" | jq -c --argjson item "$story" \
      '{item: $item, correct, own: IN(.reason; "unmarked", "self-assessed")}' >>"$FOLDER/checked"
  done
  # Result and mistake book have a 案例 once, however many parts it has. What one finds in one's own text, or does with
  # one's hands, is no mistake.
  right=$(jq -s 'group_by(.item) | map(select(all(.[]; .correct))) | length' "$FOLDER/checked")
  wrong=$(jq -s 'group_by(.item) | map(select(any(.[]; (.correct or .own) | not))) | length' "$FOLDER/checked")
  receipt=$(call POST "/api/attempts/$attempt/submission" "$token" '{}')
  result=$(call GET "/api/practice/attempts/$attempt/result" "$worker")
  say "  right $right; the result says $(printf '%s' "$result" | jq .correct)"
  mistakes=$(patiently 20 ".total >= $wrong" GET /api/practice/mistakes "$worker")
  say "  the mistake book holds $(printf '%s' "$mistakes" | jq .total)"
  jq -nc --argjson receipt "$receipt" --argjson result "$result" --argjson mistakes "$mistakes" --argjson right "$right" \
    --argjson wrong "$wrong" \
    '{state: $receipt.state, answered: $receipt.answered, digest: $receipt.digest, right: $right, wrong: $wrong,
      correct: $result.correct, items: $result.items, slots: ($result.slots | length), mistakes: $mistakes.total}' \
    >"$FOLDER/practice"
}

# --- 3. An organizer runs a competition -----------------------------------------------------------------------------

iso() { jq -nr --argjson ahead "$1" 'now + $ahead | todate'; }

start_exam() {
  worker=$(token_of "$1")
  call GET "/api/exams/$exam" "$worker" | jq -e .onRoster >/dev/null || die "$1 is not on the roster"
  call POST "/api/exams/$exam/attempts" "$worker" "$(jq -nc --arg device "$1" '{device: $device}')" >"$FOLDER/$1"
}

sit() {
  attempt=$(jq -er .attemptId "$FOLDER/$1")
  token=$(jq -er .token "$FOLDER/$1")
  body=$(answers "$attempt" "$token")
  call PUT "/api/attempts/$attempt/responses" "$token" "$body" >"$FOLDER/saved"
  say "  $1 saved $(jq '.saved | length' "$FOLDER/saved")"
}

compete() {
  organizer=$(token_of organizer)
  name="接口走查 $(date +%s)"
  plan=$(jq -nc --arg name "$name" --arg opens "$(iso -5)" --arg closes "$(iso 600)" --argjson sit "$SECONDS_TO_SIT" \
    '{name: $name, trade: "electrician", level: "senior", opensAt: $opens, closesAt: $closes, durationSeconds: $sit,
      people: ["worker5", "worker6"], release: "automatic", liveBoard: true,
      blueprint: {sections: [{type: "true-false", count: 3}, {type: "single-choice", count: 3, points: 2}]}}')
  competition=$(call POST /api/competitions "$organizer" "$plan" | jq -er .id)
  opened=$(call POST "/api/competitions/$competition/opening" "$organizer")
  exam=$(printf '%s' "$opened" | jq -er .examId)
  board=$(printf '%s' "$opened" | jq -er .boardId)
  say "$name is open, $SECONDS_TO_SIT s to sit"

  start_exam worker5
  start_exam worker6
  sit worker5
  sit worker6
  call POST "/api/attempts/$(jq -r .attemptId "$FOLDER/worker5")/submission" "$(jq -r .token "$FOLDER/worker5")" '{}' \
    >"$FOLDER/receipt"
  say "  worker5 hands in after $(jq .timeUsedSeconds "$FOLDER/receipt") s; the time of worker6 runs out"
  early=$(curl --silent --output /dev/null --write-out '%{http_code}' --header "Authorization: Bearer $(token_of worker5)" \
    "$BASE/api/exams/$exam/attempts/$(jq -r .attemptId "$FOLDER/worker5")/result")

  sheet=$(patiently $((SECONDS_TO_SIT + 30)) '.state == "CLOSED"' GET "/api/competitions/$competition/results" "$organizer")
  own=$(call GET "/api/exams/$exam/attempts/$(jq -r .attemptId "$FOLDER/worker6")/result" "$(token_of worker6)")
  patiently 20 '.state == "FINAL" and (.rows | length) == 2' GET "/api/boards/$board" '' >"$FOLDER/board"
  etag=$(curl --silent --output /dev/null --dump-header - "$BASE/api/boards/$board" |
    tr -d '\r' | sed -n 's/^[Ee][Tt][Aa][Gg]: *//p')
  again=$(curl --silent --output /dev/null --write-out '%{http_code}' --header "If-None-Match: $etag" "$BASE/api/boards/$board")
  say "  results: $(printf '%s' "$sheet" | jq -c '[.rows[] | {place, name, state, score, timeUsedSeconds}]')"
  jq -nc --argjson sheet "$sheet" --argjson own "$own" --slurpfile board "$FOLDER/board" --argjson sit "$SECONDS_TO_SIT" \
    --arg early "$early" --arg again "$again" --slurpfile receipt "$FOLDER/receipt" \
    '{state: $sheet.state, seconds: $sit, rows: [$sheet.rows[] | {place, name, state, score, timeUsedSeconds}],
      early: $early, place: $own.place, board: [$board[0].rows[] | {place, name}], unchanged: $again,
      receipt: $receipt[0].state}' >"$FOLDER/competition"
}

practise
compete
jq -nc --slurpfile practice "$FOLDER/practice" --slurpfile competition "$FOLDER/competition" \
  '{practice: $practice[0], competition: $competition[0]}'
