package io.tandem.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For each route that reads JSON a body that it takes, with as many fields as it knows. */
public final class Samples {

    private final Belongings own;

    /** @param own what the bodies name and are made from */
    public Samples(Belongings own) {
        this.own = own;
    }

    /** The ids for a route's path, of objects of one's own; empty if the path has none or nobody said which. */
    public List<String> ids(Route route) {
        String template = route.template();
        if (route.ids() == 0) {
            return List.of();
        }
        if (route.isOperators()) {
            return List.of(own.tenant().id().toString());
        }
        if (template.startsWith("/v1.0/outdials/") && route.ids() == 2) {
            return List.of(own.id("outdial"), own.id("target"));
        }
        Map<String, String> kinds = Map.ofEntries(
                Map.entry("/v3/campaign/", "campaign"),
                Map.entry("/v1/campaign/", "campaign"),
                Map.entry("/gateway/campaigns/", "campaign"),
                Map.entry("/v3/list/", "list"),
                Map.entry("/v3/lead/", "lead"),
                Map.entry("/v1.0/campaigns/", "called"),
                Map.entry("/v1.0/campaigncalls/", "campaigncall"),
                Map.entry("/v1.0/outplans/", "outplan"),
                Map.entry("/v1.0/outdials/", "outdial"),
                Map.entry("/v1.0/queues/", "queue"),
                Map.entry("/v1.0/tags/", "tag"),
                Map.entry("/v1.0/flows/", "flow"),
                Map.entry("/v1.0/agents/", "agent"),
                Map.entry("/v1.0/accesskeys/", "accesskey"),
                Map.entry("/gateway/imports/", "import"),
                Map.entry("/v3/carrier/", "carrier"),
                Map.entry("/v3/template/", "template"),
                Map.entry("/v3/audio/", "audio"),
                Map.entry("/v3/cdr/", "campaigncall"),
                Map.entry("/v3/autocall/log/", "reference"),
                Map.entry("/v1/blacklist/", "blacklist"),
                Map.entry("/v1/event/", "event"));
        return kinds.entrySet().stream()
                .filter(kind -> template.startsWith(kind.getKey()))
                .findFirst()
                .map(kind -> List.of(own.id(kind.getValue())))
                .orElse(List.of());
    }

    /** A body for a route; empty if nobody said which: then say so here. */
    public Optional<ObjectNode> body(Route route) {
        String name = Belongings.name();
        ObjectNode body = switch (route.toString()) {
            case "POST /auth/login", "POST /v1.0/auth/login" -> login("voipbin");
            case "POST /v1/auth", "POST /v3/auth" -> login("autocall");
            case "POST /v3/auth/token" ->
                Api.object("api_key", own.tenant().keys().at("/autocall/api_key"));
            case "POST /v3/campaign" -> echo("/v3/campaign/", "campaign").put("campaign_name", name);
            case "PUT /v3/campaign/{id}" -> echo("/v3/campaign/", "campaign");
            case "PUT /v3/campaign/{id}/assign_extension" -> Api.object("extensions", List.of("101"));
            case "PATCH /v3/campaign/{id}/active", "PATCH /v3/list/{id}/active" -> Api.object("active", true);
            case "POST /v3/list" -> echo("/v3/list/", "list").put("list_name", name);
            case "POST /v3/lead" -> echo("/v3/lead/", "lead").put("phone_number", number(name));
            case "PUT /v3/lead/{id}" -> echo("/v3/lead/", "lead");
            case "POST /v3/lead/multi" ->
                Api.object(
                        "list_uuid",
                        own.id("list"),
                        "data",
                        List.of(Api.object("phone_number", number(name), "lead_name", name, "after_day", 1)));
            case "POST /v3/list/{id}/reset" -> Api.object("type", "fail", "recall_status", List.of("busy"));
            case "POST /v3/carrier" -> echo("/v3/carrier/", "carrier").put("carrier_name", name);
            case "PUT /v3/carrier/{id}" -> echo("/v3/carrier/", "carrier");
            case "POST /v3/template" -> template(name);
            case "PUT /v3/template/{id}" -> echo("/v3/template/", "template");
            case "POST /v3/autocall/import" ->
                Api.object(
                        "campaign_uuid",
                        own.id("pushed"),
                        "phone_number",
                        number(name),
                        "param",
                        Api.object("ten", name));
            case "POST /v1/autocall/campaign" ->
                Api.object(
                        "campaign_uuid",
                        own.id("pushed"),
                        "customers",
                        List.of(Api.object("phone_number", number(name), "params", Api.object("ten", name))));
            case "POST /v3/autocall/otp" ->
                Api.object(
                        "campaign_uuid", own.id("pushed"),
                        "phone_number", number(name),
                        "template", own.templateName(),
                        "code_otp", "1234",
                        "ref_id", name);
            case "POST /v1/blacklist" ->
                Api.object("blacklist", List.of(Api.object("phone_number", listed(name), "description", name)));
            case "DELETE /v1/blacklist" -> Api.object("blacklist", List.of(listed(name)));
            case "POST /v1/event" ->
                Api.object("callback_url", "https://a.example/hook", "callback_apikey", name, "event", "cdr");
            case "POST /v1.0/accesskeys" -> Api.object("name", name, "detail", "d", "expire", 86_400);
            case "PUT /v1.0/accesskeys/{id}" -> Api.object("name", name, "detail", "d");
            case "POST /v1.0/campaigns", "PUT /v1.0/campaigns/{id}" -> campaign(name);
            case "PUT /v1.0/campaigns/{id}/status" -> Api.object("status", "stop");
            case "PUT /v1.0/campaigns/{id}/service_level" -> Api.object("service_level", 50);
            case "PUT /v1.0/campaigns/{id}/actions" -> Api.object("actions", List.of(Api.object("type", "answer")));
            case "PUT /v1.0/campaigns/{id}/resource_info" -> resources();
            case "PUT /v1.0/campaigns/{id}/next_campaign_id" -> Api.object("next_campaign_id", own.id("called"));
            case "POST /v1.0/outplans",
                    "PUT /v1.0/outplans/{id}",
                    "PUT /v1.0/outplans/{id}/dial_info",
                    "PUT /v1.0/outplans/{id}/dials" -> outplan(name);
            case "POST /v1.0/outdials", "PUT /v1.0/outdials/{id}" ->
                echo("/v1.0/outdials/", "outdial").put("campaign_id", own.id("called"));
            case "PUT /v1.0/outdials/{id}/campaign_id" -> Api.object("campaign_id", own.id("called"));
            case "PUT /v1.0/outdials/{id}/data" -> Api.object("data", name);
            case "POST /v1.0/outdials/{id}/targets" -> target();
            case "POST /v1.0/queues", "PUT /v1.0/queues/{id}" ->
                echo("/v1.0/queues/", "queue").put("wait_flow_id", own.id("flow"));
            case "PUT /v1.0/queues/{id}/tag_ids" -> Api.object("tag_ids", List.of(own.id("tag")));
            case "POST /v1.0/tags", "PUT /v1.0/tags/{id}" ->
                echo("/v1.0/tags/", "tag").put("name", name);
            case "POST /v1.0/flows", "PUT /v1.0/flows/{id}" ->
                echo("/v1.0/flows/", "flow")
                        .put("on_complete_flow_id", own.id("flow"))
                        .set("actions", Api.parse("[{\"type\":\"answer\"}]"));
            case "POST /v1.0/agents", "PUT /v1.0/agents/{id}" ->
                echo("/v1.0/agents/", "agent")
                        .put("username", name + "@example.com")
                        .put("password", "a-password");
            case "PUT /v1.0/agents/{id}/status" -> Api.object("status", "away");
            case "PUT /v1.0/agents/{id}/tag_ids" -> Api.object("tag_ids", List.of(own.id("tag")));
            case "PUT /v1.0/agents/{id}/addresses" ->
                Api.object("addresses", List.of(Api.object("type", "extension", "target", "1002")));
            case "PUT /v1.0/agents/{id}/permission" -> Api.object("permission", 16);
            case "PUT /v1.0/agents/{id}/password" -> Api.object("password", "another-password");
            case "POST /admin/tenants", "PATCH /admin/tenants/{id}" -> newTenant(name);
            default -> Api.object();
        };
        return body.isEmpty() && route.takesJson() ? Optional.empty() : Optional.of(body);
    }

    private ObjectNode login(String dialect) {
        JsonNode keys = own.tenant().keys().path(dialect);
        return Api.object("username", keys.path("username"), "password", keys.path("password"));
    }

    /** What the object shows of itself. */
    private ObjectNode echo(String path, String kind) {
        Api api =
                path.startsWith("/v1.0") ? own.tenant().voipbin() : own.tenant().autocall();
        JsonNode shown = api.get(path + own.id(kind)).json();
        return (ObjectNode) shown;
    }

    private ObjectNode campaign(String name) {
        return echo("/v1.0/campaigns/", "called")
                .put("name", name)
                .put("queue_id", own.id("queue"))
                .put("next_campaign_id", own.id("called"))
                .set(
                        "actions",
                        Api.parse("[{\"type\":\"talk\",\"option\":{\"text\":\"hello\",\"language\":\"en-US\"}}]"));
    }

    private ObjectNode resources() {
        return Api.object(
                "outplan_id", own.id("outplan"),
                "outdial_id", own.id("outdial"),
                "queue_id", own.id("queue"),
                "next_campaign_id", own.id("called"));
    }

    private ObjectNode outplan(String name) {
        return echo("/v1.0/outplans/", "outplan")
                .put("name", name)
                .set("source", Api.object("type", "tel", "target", "+842873003586"));
    }

    private ObjectNode target() {
        ObjectNode target = echo("/v1.0/outdials/" + own.id("outdial") + "/targets/", "target");
        for (int i = 1; i < 5; i++) {
            target.set("destination_" + i, Api.object("type", "sip", "target", "sip:a@example.com"));
        }
        return target;
    }

    private static ObjectNode newTenant(String name) {
        return Api.object(
                "name",
                name,
                "zone",
                "Asia/Ho_Chi_Minh",
                "country",
                "VN",
                "voipbin_version",
                "2022-10",
                "callback_allow_list",
                List.of("127.0.0.0/8"),
                "allowed_countries",
                List.of("VN"),
                "caps",
                Api.object("calls", 10, "cps", 5, "leads", 100_000, "api_rps", 100_000),
                "policy",
                Api.object(
                        "quiet_hours",
                        List.of(Api.object("from", "03:00:00", "to", "03:00:01")),
                        "attempts_per_number_and_day",
                        3));
    }

    private ObjectNode template(String name) {
        ObjectNode template = Api.object(
                "template_name",
                name,
                "description",
                name,
                "voice_type",
                "tts",
                "voice_tts",
                "south-m-03",
                "speed_tts",
                1.5,
                "content",
                "hello {{ten}}",
                "audio_file",
                own.id("audio"),
                "enable_option",
                true,
                "press_timeout",
                3,
                "max_timeout",
                1,
                "inter_digit_timeout",
                2);
        template.set("exit_sound", Api.object("enable", true, "voice_type", "tts", "content", "bye"));
        template.set("invalid_sound", Api.object("enable", true, "voice_type", "audio_file", "audio_file", ""));
        template.set(
                "press_options",
                Api.parse("[{\"press_num\":\"1\",\"toggled\":false,\"voice_type\":\"tts\",\"enable\":true,"
                        + "\"content\":\"one\",\"type\":\"tts\",\"extension\":\"5000\"}]"));
        return template;
    }

    /** A number that no campaign of a test calls. */
    private static String listed(String name) {
        return String.format("0905%06d", Integer.parseInt(name.substring(1)));
    }

    private static String number(String name) {
        return String.format("0904%06d", Integer.parseInt(name.substring(1)));
    }
}
