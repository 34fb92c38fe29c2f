#!/usr/bin/env bash
# Deploys everything to Azure, in order: resources, schema, database roles, code, the key. Safe to run again, whether the last run
# ended well or not.
#
#   az login && cp infra/azure/production.sample.env infra/azure/production.env   # fill in
#   infra/azure/deploy.sh [infra/azure/production.env]
#
# Needs az 2.60 or later (with its Bicep), the .NET SDK 10, psql, zip, curl and openssl; and Owner of the subscription or of the
# resource group, since roles are assigned.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
settings=${1:-$here/production.env}
[[ -f $settings ]] || { echo "There is no $settings: copy production.sample.env and fill it in." >&2; exit 1; }
for tool in az dotnet psql zip curl openssl; do
  command -v "$tool" > /dev/null || { echo "$tool is not installed." >&2; exit 1; }
done

set -a
# shellcheck disable=SC1090 # Given by whoever deploys.
source "$settings"
set +a
: "${RESOURCE_GROUP:?is missing in $settings}" "${LOCATION:?is missing in $settings}"
work=$(mktemp -d)
opened=
close() {
  if [[ -n $opened ]]; then az rest --method delete --url "$opened" --output none || echo "The firewall rule deploy is still there." >&2; fi
  rm -rf "$work"
}
trap close EXIT

say() { printf '\n== %s\n' "$*"; }
arm=https://management.azure.com
group=$arm/subscriptions/$(az account show --query id --output tsv)/resourceGroups/$RESOURCE_GROUP
output() { az deployment group show --resource-group "$RESOURCE_GROUP" --name whatsappbots --query "properties.outputs.$1" --output tsv; }
key_of() { # An app's key of all its functions; nothing where there is no such app yet.
  az rest --method post --url "$group/providers/Microsoft.Web/sites/$(output "appNames.value.$1")/host/default/listKeys?api-version=2024-04-01" \
    --query functionKeys.default --output tsv
}

say "Resources"
if [[ -z ${DATABASE_OWNER_ID:-} ]]; then
  # A pipeline's principal cannot look itself up: it gives the three.
  DATABASE_OWNER_ID=$(az ad signed-in-user show --query id --output tsv)
  DATABASE_OWNER_NAME=$(az ad signed-in-user show --query userPrincipalName --output tsv)
  export DATABASE_OWNER_ID DATABASE_OWNER_NAME
fi
az provider register --namespace Microsoft.App --output none # Delegated subnets of Flex Consumption.
az group create --name "$RESOURCE_GROUP" --location "$LOCATION" --output none
# By Resource Manager, so that neither rights in the vault nor a way into its network are needed.
vault=$(az keyvault list --resource-group "$RESOURCE_GROUP" --query '[0].name' --output tsv)
SECRETS_THERE=
if [[ -n $vault ]]; then
  SECRETS_THERE=$(az rest --method get --url "$group/providers/Microsoft.KeyVault/vaults/$vault/secrets?api-version=2024-11-01" \
    --query 'value[].name' --output tsv | tr '\n-' ' _')
fi
export SECRETS_THERE
for secret in SECRET_KEY WHATSAPP_VERIFY_TOKEN; do
  if [[ -z ${!secret:-} && " $SECRETS_THERE " != *" $secret "* ]]; then
    made=$(openssl rand -hex 32)
    export "$secret=$made"
  fi
done
# Azure makes each app a key of its own: two that are the same were set by an earlier run, and stay.
if [[ -z ${FUNCTION_KEY:-} ]]; then
  first=$(key_of images 2> /dev/null || true)
  second=$(key_of admin 2> /dev/null || true)
  if [[ -z $first || $first != "$second" ]]; then
    FUNCTION_KEY=$(openssl rand -hex 32)
    export FUNCTION_KEY
  fi
fi
az deployment group create --resource-group "$RESOURCE_GROUP" --name whatsappbots --parameters "$here/main.bicepparam" --output none
host=$(output databaseHost.value)
database=$(output databaseName.value)

say "Schema"
if [[ ${PRIVATE:-false} != true ]]; then
  address=$(curl --silent --show-error --fail https://api.ipify.org)
  opened="$group/providers/Microsoft.DBforPostgreSQL/flexibleServers/$(output databaseServer.value)/firewallRules/deploy?api-version=2025-08-01"
  az rest --method put --url "$opened" --output none \
    --body "{\"properties\": {\"startIpAddress\": \"$address\", \"endIpAddress\": \"$address\"}}"
fi
PGPASSWORD=$(az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv)
export PGPASSWORD
export PGHOST=$host PGUSER=$DATABASE_OWNER_NAME PGSSLMODE=require PGCONNECT_TIMEOUT=15
for try in {1..20}; do
  # A new rule takes a moment to hold.
  psql --dbname "$database" --no-psqlrc --quiet --command 'select 1' > /dev/null && break
  [[ $try -lt 20 ]] || { echo "The database cannot be reached. With PRIVATE=true this must run inside the network." >&2; exit 1; }
  sleep 6
done
DATABASE_URL="Host=$host;Database=$database;Username=$DATABASE_OWNER_NAME;SSL Mode=VerifyFull" \
  dotnet run --project "$root/infra/standalone" -- migrate

say "Database roles"
for app in messages images payments maintenance admin; do
  # Names of roles are the same in all databases of the server, but only postgres has the function.
  psql --dbname postgres --no-psqlrc --quiet --set ON_ERROR_STOP=1 \
    --set member="$(output "appNames.value.$app")" --set role="whatsappbots_$app" > /dev/null << 'SQL'
select pgaadauth_create_principal(:'member', false, false) where not exists (select 1 from pg_roles where rolname = :'member');
grant :"role" to :"member";
SQL
done

say "Code"
publish() { # folder, name of the app
  FunctionsHost=Azure dotnet publish "$root/functions/$1" --configuration Release --output "$work/$1" --verbosity quiet
  (cd "$work/$1" && zip --quiet --recurse-paths "../$1.zip" .)
  az functionapp deployment source config-zip --resource-group "$RESOURCE_GROUP" --name "$2" --src "$work/$1.zip" --output none
}
publish Maintenance "$(output appNames.value.maintenance)"
publish Payments "$(output appNames.value.payments)"
publish Images "$(output appNames.value.images)"
publish Admin "$(output appNames.value.admin)"
publish Messages "$(output appNames.value.messages)"

if [[ -n ${FUNCTION_KEY:-} ]]; then
  say "Key"
  # In a file: a command line can be read by others. The host answers only once it has come up with its code.
  (umask 077 && printf '{"properties": {"name": "default", "value": "%s"}}' "$FUNCTION_KEY" > "$work/key.json")
  for app in images; do
    for try in {1..10}; do
      az rest --method put --url "$group/providers/Microsoft.Web/sites/$(output "appNames.value.$app")/host/default/functionKeys/default?api-version=2024-04-01" \
        --body "@$work/key.json" --output none && break
      [[ $try -lt 10 ]] || { echo "FUNCTION_KEY could not be set in $app: run this again." >&2; exit 1; }
      sleep 15
    done
  done
fi

say "Done"
echo "Webhook for Meta:  $(output webhookUrl.value)"
echo "Verify token:      as given, or the secret WHATSAPP-VERIFY-TOKEN in the vault $(output vaultName.value)"
echo "API:               $(output adminUrl.value)/api"
echo "Dashboard's place: $(output dashboardUrl.value)"
