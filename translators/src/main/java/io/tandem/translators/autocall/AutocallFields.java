package io.tandem.translators.autocall;

import java.util.List;

/** The tables of wire fields, for those who document or verify them; {@code docs/mapping.md} is made of these rows. */
public final class AutocallFields {

    private AutocallFields() {}

    /** Every field of a campaign, in the order of the document. */
    public static List<FieldMapping> mapping() {
        return CampaignFields.TABLE.mapping();
    }

    /** Every field of a lead, in the order of the document. */
    public static List<FieldMapping> leadMapping() {
        return LeadFields.TABLE.mapping();
    }

    /** Every field of a carrier, in the order of the document. */
    public static List<FieldMapping> carrierMapping() {
        return CarrierFields.TABLE.mapping();
    }

    /** Every field of a template, in the order of the document. */
    public static List<FieldMapping> templateMapping() {
        return TemplateFields.TABLE.mapping();
    }

    /** Every field of a list, in the order of the document. */
    public static List<FieldMapping> listMapping() {
        return ListFields.TABLE.mapping();
    }
}
