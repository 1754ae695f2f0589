# shellcheck shell=sh
# The tests, group by group. Read by ./lianbing, which has found JAVA_HOME and NODE_FOLDER.

REPORT=target/tests.tsv # group, passed, failed, skipped, seconds
BROKEN= # commands that ended with a failure

# All of them; with --faults only those that hurt the server for minutes.
run_tests() {
  case ${1:-} in
    --faults)
      run_faults
      return
      ;;
    '') ;;
    *)
      say "./lianbing test [--faults]"
      exit 2
      ;;
  esac
  began=$(date +%s)
  mkdir -p target
  : >"$REPORT"
  find_browser
  bring_elasticsearch
  rm -rf target/surefire-reports target/failsafe-reports target/walk-pictures target/vitest.json

  step "格式、编译、两个前端 / format, compile, both front ends" maven -DskipTests package || {
    say "构建失败，测试没有运行。"
    say "The build failed; no test was run."
    echo "0 passed, 1 failed"
    exit 1
  }
  unpack
  train_classes
  step "Java" maven surefire:test || BROKEN="$BROKEN Java"
  step "TypeScript" vitest || BROKEN="$BROKEN TypeScript"
  if [ -n "$LIANBING_CHROMIUM" ]; then
    step "浏览器 / browser walks" maven failsafe:integration-test || BROKEN="$BROKEN walks"
  fi
  count_java target/surefire-reports
  count_vitest
  count_java target/failsafe-reports
  report $(($(date +%s) - began))
}

# Kills, a silent database, a full disk, a phone without network: what they found out stands in target/faults.txt.
run_faults() {
  began=$(date +%s)
  mkdir -p target
  : >"$REPORT"
  find_browser
  rm -rf target/failsafe-reports target/faults.txt
  step "编译 / compile" maven -DskipTests package || {
    say "构建失败，测试没有运行。"
    say "The build failed; no test was run."
    echo "0 passed, 1 failed"
    exit 1
  }
  unpack
  train_classes
  what='*Faults'
  [ -n "$LIANBING_CHROMIUM" ] || what='*Faults,!OfflineFaults'
  step "故障 / faults" maven failsafe:integration-test "-Dit.test=$what" || BROKEN="$BROKEN faults"
  count_java target/failsafe-reports
  [ ! -f target/faults.txt ] || cat target/faults.txt
  report $(($(date +%s) - began)) faults
}

# Runs a command and says how long it took; its code is handed on.
step() {
  what=$1
  shift
  from=$(date +%s)
  say "== $what"
  code=0
  "$@" >&2 || code=$?
  say "== $what: $(($(date +%s) - from)) s"
  return $code
}

vitest() {
  "$NODE_FOLDER/node" node_modules/vitest/vitest.mjs run -c frontend/sitting/vite.config.ts \
    --reporter=default --reporter=json --outputFile.json="$PWD/target/vitest.json"
}

find_browser() {
  LIANBING_CHROMIUM=$(browser_on_machine)
  if [ -z "$LIANBING_CHROMIUM" ] && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    say "正在安装 Chromium … Installing Chromium …"
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk) >/dev/null 2>&1 || true
    LIANBING_CHROMIUM=$(browser_on_machine)
  fi
  export LIANBING_CHROMIUM
}

browser_on_machine() {
  for name in "${LIANBING_CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
    if [ -n "$name" ] && found=$(command -v "$name" 2>/dev/null); then
      printf '%s' "$found"
      return
    fi
  done
}

# The server that the tests of the search run beside them; needed to test alone, so it is no dependency of ours.
bring_elasticsearch() {
  description=src/test/elasticsearch/pom.xml
  wanted=$(checksums "$description" | cut -d' ' -f1)
  if [ "$(cat target/elasticsearch/brought-by 2>/dev/null)" = "$wanted" ]; then
    return
  fi
  say "正在取 Elasticsearch … Bringing Elasticsearch for the tests …"
  rm -rf target/elasticsearch
  if maven -f "$description" package >&2; then
    echo "$wanted" >target/elasticsearch/brought-by
  else
    rm -rf target/elasticsearch
    say "Elasticsearch 取不下来，它的测试不会运行。"
    say "Elasticsearch could not be fetched; its tests will not run."
  fi
}

# One line a test class out of the reports of Surefire or Failsafe.
count_java() {
  for file in "$1"/TEST-*.xml; do
    [ -f "$file" ] || continue
    class=$(attribute name "$file")
    tests=$(attribute tests "$file")
    failed=$(($(attribute failures "$file") + $(attribute errors "$file")))
    skipped=$(attribute skipped "$file")
    printf '%s\t%s\t%s\t%s\t%s\n' "$(group "$class")" $((tests - failed - skipped)) "$failed" "$skipped" \
      "$(attribute time "$file")" >>"$REPORT"
  done
}

attribute() { sed -n '/<testsuite /,/>/p' "$2" | tr '\n' ' ' | sed 's/<testcase.*//; s/.* '"$1"'="\([^"]*\)".*/\1/'; }

group() {
  source=src/test/java/$(printf '%s' "$1" | sed 's/\$.*//' | tr . /).java
  case $1 in
    *.walk.*Faults) echo "faults" ;;
    *.walk.*) echo "browser walks" ;;
    org.lianbing.*Tests) case $1 in org.lianbing.*.*) echo unit ;; *) echo "boundaries" ;; esac ;;
    *) if grep -q 'extends ViewTest' "$source" 2>/dev/null; then
      echo views
    elif grep -q '@IntegrationTest\|EmbeddedDatabase' "$source" 2>/dev/null; then
      echo "integration"
    else
      echo unit
    fi ;;
  esac
}

count_vitest() {
  if [ ! -f target/vitest.json ]; then
    printf 'TypeScript\t0\t1\t0\t0\n' >>"$REPORT"
    return
  fi
  "$NODE_FOLDER/node" -e '
    const report = JSON.parse(require("fs").readFileSync("target/vitest.json", "utf8"));
    const ends = report.testResults.map((file) => file.endTime);
    const seconds = ends.length ? (Math.max(...ends) - report.startTime) / 1000 : 0;
    const broken = report.testResults.filter((file) => file.status === "failed" && !file.assertionResults.length).length;
    console.log(["TypeScript", report.numPassedTests, report.numFailedTests + broken, report.numPendingTests,
      seconds.toFixed(1)].join("\t"));' >>"$REPORT"
}

# The table, and as the last line the sum. $2: the groups that must be there, where it is not all.
report() {
  echo
  awk -F'\t' '
    { passed[$1] += $2; failed[$1] += $3; skipped[$1] += $4; seconds[$1] += $5 }
    END {
      printf "%-16s %8s %8s %8s %9s\n", "", "passed", "failed", "skipped", "seconds"
      n = split("unit,boundaries,integration,views,TypeScript,browser walks,faults", order, ",")
      for (i = 1; i <= n; i++)
        if (order[i] in passed)
          printf "%-16s %8d %8d %8d %9.1f\n", order[i], passed[order[i]], failed[order[i]], skipped[order[i]], seconds[order[i]]
    }' "$REPORT"
  printf '%-16s %35s\n' "altogether" "$1"
  passed=$(awk -F'\t' '{ sum += $2 } END { print sum + 0 }' "$REPORT")
  failed=$(awk -F'\t' '{ sum += $3 } END { print sum + 0 }' "$REPORT")
  # A command that was cut off leaves no report of what it did not come to.
  if [ -n "$BROKEN" ] && [ "$failed" = 0 ]; then
    echo "!!! 中途停了 / cut off:$BROKEN"
    failed=1
  fi
  for what in ${2:-unit boundaries integration views}; do
    if ! grep -q "^$what	" "$REPORT"; then
      echo "!!! 没有运行 / not run: $what"
      failed=$((failed + 1))
    fi
  done
  if [ $# -lt 2 ] && ! grep -q '^browser walks	' "$REPORT"; then
    echo
    echo "!!! 浏览器测试没有运行：这台机器上没有 Chromium，或它们没能启动。"
    echo "!!! THE BROWSER WALKS DID NOT RUN: no Chromium on this machine, or they could not start."
    if [ "${CI:-}" = true ] || [ -n "$LIANBING_CHROMIUM" ]; then
      failed=$((failed + 1))
    fi
  fi
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ]
}
