package io.tandem.translators.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination.NotDialable;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Flow;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Tag;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.ports.Credential;
import io.tandem.translators.phone.PhoneReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One object a kind in both wire versions, key by key in the order printed. (voipbin-v1.md, section 1) */
class GoldenTest {

    private static final UUID ID = UUID.fromString("0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d");
    private static final UUID TAG = UUID.fromString("9f1c7a52-0d1e-4c7b-8a55-6d2f3b1e0c11");
    private static final Instant NEW = Sample.NOW;

    @Test
    void campaign() {
        var view = Sample.view(Sample.campaign().withCreated(NEW));

        isShown(VoipbinCampaigns.show(view, false, WireVersion.V2026_08), """
                {"id":"183c0d5c-691e-42f3-af2b-9bffc2740f83","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d","type":"call",
                 "name":"test campaign","detail":"test campaign detail","status":"stop","service_level":100,"end_handle":"stop",
                 "actions":[{"id":"00000000-0000-0000-0000-000000000000","next_id":"00000000-0000-0000-0000-000000000000","type":"talk",
                   "option":{"text":"Hello.","language":"en-US"},"tm_execute":null}],
                 "outplan_id":"d5fb7357-7ddb-4f2d-87b5-8ccbfd6c039e","outdial_id":"40bea034-1d17-474d-a5de-da00d0861c69",
                 "queue_id":"99bf739a-932f-433c-b1bf-103d33d7e9bb","next_campaign_id":"00000000-0000-0000-0000-000000000000",
                 "tm_create":"2026-01-15T09:30:00.123456Z","tm_update":null,"tm_delete":null}""");
        isShown(VoipbinCampaigns.show(view, false, WireVersion.V2022_10), """
                {"id":"183c0d5c-691e-42f3-af2b-9bffc2740f83","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d","type":"call",
                 "name":"test campaign","detail":"test campaign detail","status":"stop","service_level":100,"end_handle":"stop",
                 "actions":[{"id":"00000000-0000-0000-0000-000000000000","next_id":"00000000-0000-0000-0000-000000000000","type":"talk",
                   "option":{"text":"Hello.","language":"en-US"}}],
                 "outplan_id":"d5fb7357-7ddb-4f2d-87b5-8ccbfd6c039e","outdial_id":"40bea034-1d17-474d-a5de-da00d0861c69",
                 "queue_id":"99bf739a-932f-433c-b1bf-103d33d7e9bb","next_campaign_id":"00000000-0000-0000-0000-000000000000",
                 "tm_create":"2026-01-15 09:30:00.123456","tm_update":"9999-01-01 00:00:00.000000","tm_delete":"9999-01-01 00:00:00.000000"}""");
    }

    @Test
    void campaigncall() {
        var attempt = Sample.attempt().withFrom(null).withQueue(null);

        isShown(VoipbinCampaigncalls.show(attempt, Sample.campaign(), WireVersion.V2026_08), """
                {"id":"56347901-5bb9-422d-add5-5a2ca47fa737","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d",
                 "campaign_id":"183c0d5c-691e-42f3-af2b-9bffc2740f83","outplan_id":"d5fb7357-7ddb-4f2d-87b5-8ccbfd6c039e",
                 "outdial_id":"40bea034-1d17-474d-a5de-da00d0861c69","outdial_target_id":"f50b169d-ce02-4bc9-a6e7-bb632c71e450",
                 "queue_id":"00000000-0000-0000-0000-000000000000","activeflow_id":"dae6e028-1b0d-3331-b9b8-c2f2e8eb8b02",
                 "flow_id":"fb72b5ac-f9d5-3e88-945b-4cca236d047b","reference_type":"call","reference_id":"56347901-5bb9-422d-add5-5a2ca47fa737",
                 "status":"done","result":"success","source":{},
                 "destination":{"type":"tel","target":"+821021656521"},"destination_index":0,"try_count":1,
                 "tm_create":"2022-04-29T07:01:45.808944Z","tm_update":"2022-04-29T07:02:48.304704Z","tm_delete":null}""");
        isShown(VoipbinCampaigncalls.show(attempt, Sample.campaign(), WireVersion.V2022_10), """
                {"id":"56347901-5bb9-422d-add5-5a2ca47fa737","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d",
                 "campaign_id":"183c0d5c-691e-42f3-af2b-9bffc2740f83","outplan_id":"d5fb7357-7ddb-4f2d-87b5-8ccbfd6c039e",
                 "outdial_id":"40bea034-1d17-474d-a5de-da00d0861c69","outdial_target_id":"f50b169d-ce02-4bc9-a6e7-bb632c71e450",
                 "queue_id":"00000000-0000-0000-0000-000000000000","activeflow_id":"dae6e028-1b0d-3331-b9b8-c2f2e8eb8b02",
                 "flow_id":"fb72b5ac-f9d5-3e88-945b-4cca236d047b","reference_type":"call","reference_id":"56347901-5bb9-422d-add5-5a2ca47fa737",
                 "status":"done","result":"success","source":{"type":"","target":"","target_name":"","name":"","detail":""},
                 "destination":{"type":"tel","target":"+821021656521","target_name":"","name":"","detail":""},"destination_index":0,"try_count":1,
                 "tm_create":"2022-04-29 07:01:45.808944","tm_update":"2022-04-29 07:02:48.304704","tm_delete":"9999-01-01 00:00:00.000000"}""");
    }

    @Test
    void outplan() {
        var plan = Sample.plan().withCreated(NEW);

        isShown(VoipbinOutplans.show(plan, null, WireVersion.V2026_08), """
                {"id":"d5fb7357-7ddb-4f2d-87b5-8ccbfd6c039e","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d","name":"test outplan","detail":"",
                 "source":{"type":"tel","target":"+15559876543"},"dial_timeout":30000,"try_interval":60000,
                 "max_try_count_0":5,"max_try_count_1":0,"max_try_count_2":0,"max_try_count_3":0,"max_try_count_4":0,
                 "tm_create":"2026-01-15T09:30:00.123456Z","tm_update":null,"tm_delete":null}""");
        isShown(VoipbinOutplans.show(plan.withUpdated(NEW), null, WireVersion.V2022_10), """
                {"id":"d5fb7357-7ddb-4f2d-87b5-8ccbfd6c039e","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d","name":"test outplan","detail":"",
                 "source":{"type":"tel","target":"+15559876543","target_name":"","name":"","detail":""},"dial_timeout":30000,"try_interval":60000,
                 "max_try_count_0":5,"max_try_count_1":0,"max_try_count_2":0,"max_try_count_3":0,"max_try_count_4":0,
                 "tm_create":"2026-01-15 09:30:00.123456","tm_update":"2026-01-15 09:30:00.123456","tm_delete":"9999-01-01 00:00:00.000000"}""");
    }

    @Test
    void outdial() {
        var list = new TargetList(
                Sample.TENANT_ID,
                Sample.OUTDIAL,
                "test outdial",
                "d",
                "x",
                Sample.CAMPAIGN,
                true,
                Carried.NONE.with("voipbin", "colour", "\"red\""),
                NEW,
                null,
                NEW);

        isShown(VoipbinOutdials.show(list, WireVersion.V2026_08), """
                {"id":"40bea034-1d17-474d-a5de-da00d0861c69","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d",
                 "campaign_id":"183c0d5c-691e-42f3-af2b-9bffc2740f83","name":"test outdial","detail":"d","data":"x",
                 "tm_create":"2026-01-15T09:30:00.123456Z","tm_update":null,"tm_delete":"2026-01-15T09:30:00.123456Z","colour":"red"}""");
        isShown(VoipbinOutdials.showInList(list.withCampaign(null), WireVersion.V2022_10), """
                {"id":"40bea034-1d17-474d-a5de-da00d0861c69","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d",
                 "campaign_id":"00000000-0000-0000-0000-000000000000","name":"test outdial","detail":"d","data":"x",
                 "tm_create":"2026-01-15 09:30:00.123456","tm_update":"9999-01-01 00:00:00.000000","tm_delete":"2026-01-15 09:30:00.123456"}""");
    }

    @Test
    void outdialtarget() {
        var target = new Target(
                Sample.TENANT_ID,
                Sample.OUTDIAL,
                ID,
                "n",
                "d",
                "x",
                Arrays.asList(
                        new Address(new PhoneNumber("+84903123456"), "0903123456", "", "Ms A", ""),
                        null,
                        Address.of(new NotDialable("extension", "1001")),
                        null,
                        null),
                "mobi",
                TargetState.FRESH,
                NEW,
                Target.NO_TRIES,
                null,
                null,
                null,
                Carried.NONE,
                NEW,
                null,
                null);

        isShown(VoipbinTargets.show(target, null, WireVersion.V2026_08), """
                {"id":"0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d","outdial_id":"40bea034-1d17-474d-a5de-da00d0861c69","name":"n","detail":"d","data":"x",
                 "status":"idle","destination_0":{"type":"tel","target":"+84903123456","name":"Ms A"},"destination_1":{},
                 "destination_2":{"type":"extension","target":"1001"},"destination_3":{},"destination_4":{},
                 "try_count_0":0,"try_count_1":0,"try_count_2":0,"try_count_3":0,"try_count_4":0,
                 "tm_create":"2026-01-15T09:30:00.123456Z","tm_update":"2026-01-15T09:30:00.123456Z","tm_delete":null}""");
        isShown(VoipbinTargets.show(target, new PhoneReader("VN", Set.of("VN")), WireVersion.V2022_10), """
                {"id":"0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d","outdial_id":"40bea034-1d17-474d-a5de-da00d0861c69","name":"n","detail":"d","data":"x",
                 "status":"idle","destination_0":{"type":"tel","target":"+84*******56","target_name":"","name":"Ms A","detail":""},"destination_1":null,
                 "destination_2":{"type":"extension","target":"****","target_name":"","name":"","detail":""},"destination_3":null,"destination_4":null,
                 "try_count_0":0,"try_count_1":0,"try_count_2":0,"try_count_3":0,"try_count_4":0,
                 "tm_create":"2026-01-15 09:30:00.123456","tm_update":"2026-01-15 09:30:00.123456","tm_delete":"9999-01-01 00:00:00.000000"}""");
    }

    @Test
    void tag() {
        var tag = new Tag(Sample.TENANT_ID, TAG, "sales", "", NEW, null, null);

        isShown(VoipbinTags.show(tag, WireVersion.V2026_08), """
                {"id":"9f1c7a52-0d1e-4c7b-8a55-6d2f3b1e0c11","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d","name":"sales","detail":"",
                 "tm_create":"2026-01-15T09:30:00.123456Z","tm_update":null,"tm_delete":null}""");
        isShown(VoipbinTags.show(tag, WireVersion.V2022_10), """
                {"id":"9f1c7a52-0d1e-4c7b-8a55-6d2f3b1e0c11","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d","name":"sales","detail":"",
                 "tm_create":"2026-01-15 09:30:00.123456","tm_update":"9999-01-01 00:00:00.000000","tm_delete":"9999-01-01 00:00:00.000000"}""");
    }

    @Test
    void agent() {
        var agent = new Agent(
                Sample.TENANT_ID,
                ID,
                "agent1@example.com",
                "hash",
                "Agent 1",
                "",
                "ringall",
                Agent.Status.AVAILABLE,
                null,
                16,
                List.of(TAG),
                List.of(Address.of(new NotDialable("extension", "1001"))),
                Carried.NONE,
                NEW,
                null,
                null);

        isShown(VoipbinAgents.show(agent, WireVersion.V2026_08), """
                {"id":"0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d","username":"agent1@example.com","name":"Agent 1","detail":"",
                 "ring_method":"ringall","status":"available","permission":16,"tag_ids":["9f1c7a52-0d1e-4c7b-8a55-6d2f3b1e0c11"],
                 "addresses":[{"type":"extension","target":"1001"}],"direct_hash":"","tm_create":"2026-01-15T09:30:00.123456Z"}""");
        isShown(VoipbinAgents.show(agent.withCall(ID), WireVersion.V2022_10), """
                {"id":"0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d","username":"agent1@example.com","name":"Agent 1","detail":"",
                 "ring_method":"ringall","status":"busy","permission":16,"tag_ids":["9f1c7a52-0d1e-4c7b-8a55-6d2f3b1e0c11"],
                 "addresses":[{"type":"extension","target":"1001","target_name":"","name":"","detail":""}],"direct_hash":"",
                 "tm_create":"2026-01-15 09:30:00.123456","tm_update":"9999-01-01 00:00:00.000000","tm_delete":"9999-01-01 00:00:00.000000"}""");
    }

    @Test
    void queue() {
        var queue = new Queue(
                Sample.TENANT_ID,
                Sample.QUEUE,
                "sales queue",
                "d",
                "random",
                List.of(TAG),
                Duration.ofSeconds(100),
                Duration.ofSeconds(10_000),
                Carried.NONE,
                NEW,
                null,
                null);

        isShown(VoipbinQueues.show(queue, Map.of(), WireVersion.V2026_08), """
                {"id":"99bf739a-932f-433c-b1bf-103d33d7e9bb","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d","name":"sales queue","detail":"d","routing_method":"random",
                 "tag_ids":["9f1c7a52-0d1e-4c7b-8a55-6d2f3b1e0c11"],"wait_flow_id":"00000000-0000-0000-0000-000000000000","wait_timeout":100000,"service_timeout":10000000,
                 "tm_create":"2026-01-15T09:30:00.123456Z","tm_update":null,"tm_delete":null}""");
        isShown(VoipbinQueues.show(queue, Map.of(), WireVersion.V2022_10), """
                {"id":"99bf739a-932f-433c-b1bf-103d33d7e9bb","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d","name":"sales queue","detail":"d","routing_method":"random",
                 "tag_ids":["9f1c7a52-0d1e-4c7b-8a55-6d2f3b1e0c11"],"wait_flow_id":"00000000-0000-0000-0000-000000000000","wait_timeout":100000,"service_timeout":10000000,
                 "tm_create":"2026-01-15 09:30:00.123456","tm_update":"9999-01-01 00:00:00.000000","tm_delete":"9999-01-01 00:00:00.000000"}""");
    }

    @Test
    void flow() {
        var flow = new Flow(
                Sample.TENANT_ID,
                ID,
                "f",
                "d",
                List.of(new Script.Action(null, null, "answer", null)),
                null,
                Carried.NONE,
                NEW,
                null,
                null);

        isShown(VoipbinFlows.show(flow, WireVersion.V2026_08), """
                {"id":"0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d","type":"flow","name":"f","detail":"d",
                 "actions":[{"id":"00000000-0000-0000-0000-000000000000","next_id":"00000000-0000-0000-0000-000000000000","type":"answer","tm_execute":null}],
                 "on_complete_flow_id":"00000000-0000-0000-0000-000000000000","tm_create":"2026-01-15T09:30:00.123456Z","tm_update":null,"tm_delete":null}""");
        isShown(VoipbinFlows.show(flow, WireVersion.V2022_10), """
                {"id":"0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d","type":"flow","name":"f","detail":"d",
                 "actions":[{"id":"00000000-0000-0000-0000-000000000000","next_id":"00000000-0000-0000-0000-000000000000","type":"answer"}],
                 "on_complete_flow_id":"00000000-0000-0000-0000-000000000000","tm_create":"2026-01-15 09:30:00.123456","tm_update":"9999-01-01 00:00:00.000000","tm_delete":"9999-01-01 00:00:00.000000"}""");
    }

    @Test
    void accesskey() {
        var key = new Credential(
                ID,
                Sample.TENANT_ID,
                Credential.Kind.VOIPBIN_ACCESS_KEY,
                "digest",
                null,
                null,
                32,
                "ci",
                "",
                "vb_a3Bf9xKm",
                Instant.parse("2027-01-15T09:30:00.123456Z"),
                NEW,
                null,
                null);

        isShown(VoipbinAccesskeys.show(key, "vb_a3Bf9xKmPq2n", WireVersion.V2026_08), """
                {"id":"0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d","name":"ci",
                 "token":"vb_a3Bf9xKmPq2n","token_prefix":"vb_a3Bf9xKm",
                 "tm_expire":"2027-01-15T09:30:00.123456Z","tm_create":"2026-01-15T09:30:00.123456Z","tm_update":null,"tm_delete":null}""");
        isShown(VoipbinAccesskeys.show(key, null, WireVersion.V2022_10), """
                {"id":"0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d","customer_id":"7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d","name":"ci",
                 "token_prefix":"vb_a3Bf9xKm",
                 "tm_expire":"2027-01-15 09:30:00.123456","tm_create":"2026-01-15 09:30:00.123456","tm_update":"9999-01-01 00:00:00.000000","tm_delete":"9999-01-01 00:00:00.000000"}""");
    }

    private static void isShown(JsonNode shown, String expected) {
        assertThat(Json.compact(shown)).isEqualTo(Json.compact(expected));
    }
}
