# Makes the user that Patina is: it may do anything with its indices, and nothing else. Running it again changes nothing.
set -eu

put() {
    curl -fsS -o /dev/null -u "elastic:$ELASTIC_ROOT_PASSWORD" -H 'Content-Type: application/json' \
        -X PUT "http://elasticsearch:9200/_security/$1" -d "$2"
}

put role/patina '{"cluster": ["monitor"], "indices": [{"names": ["*"], "privileges": ["all"]}]}'
put user/patina "{\"password\": \"$ELASTIC_PATINA_PASSWORD\", \"roles\": [\"patina\"]}"
