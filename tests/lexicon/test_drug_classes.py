"""The class of each treatment: one of a closed list of the field's terms, and the right one."""

from __future__ import annotations

import pytest

from osteocase.assistant.subjects.finding import is_agent
from osteocase.lexicon import TreatmentEntry, default_lexicon
from osteocase.pipeline.matching.knowledge import knowledge_of
from osteocase.pipeline.scan import scan_text
from osteocase.pipeline.treatments.find import find_treatments
from osteocase.records import Source, Treatment
from osteocase.report.wording import class_words

TREATMENTS = default_lexicon().of(TreatmentEntry)
CLASSES = {
    "5_alpha_reductase_inhibitor", "ace_inhibitor", "acne_drug", "active_vitamin_d", "adhd_drug",
    "alcohol_dependence_drug", "alkalinizing_agent", "alkylating_agent", "alpha_blocker", "aminoglycoside",
    "aminosalicylate", "amylin_analogue", "amyloid_antibody", "anabolic_steroid", "anaesthesia", "anaesthetic",
    "analgesic", "androgen", "angiotensin_receptor_blocker", "angiotensin_receptor_neprilysin_inhibitor", "antacid",
    "anthelmintic", "anthracycline", "anti_infective_antibody", "antiandrogen", "antianginal", "antiarrhythmic",
    "antibiotic", "anticholinergic", "anticoagulant", "antidepressant", "antidiabetic", "antidiabetic_combination",
    "antidiarrhoeal", "antidote", "antiemetic", "antiepileptic", "antiestrogen", "antifibrinolytic", "antifibrotic",
    "antiflatulent", "antifungal", "antiglaucoma", "antigout", "antihistamine", "antihypertensive",
    "antihypertensive_combination", "antileprotic", "antimalarial", "antimetabolite", "antimigraine",
    "antimuscarinic", "antineoplastic", "antineoplastic_antibody", "antiobesity_drug", "antiparkinson",
    "antiplatelet", "antiprotozoal", "antipsoriatic", "antipsychotic", "antiresorptive", "antiretroviral",
    "antiseptic", "antispasmodic", "antithyroid_drug", "antituberculous", "antitussive", "antivertigo", "antiviral",
    "anxiolytic", "appetite_stimulant", "aromatase_inhibitor", "arthroplasty", "asthma_medication", "bandage",
    "barbiturate", "benzodiazepine", "beta2_agonist", "beta3_agonist", "beta_blocker", "biguanide", "bile_acid",
    "bile_acid_sequestrant", "biopsy", "bisphosphonate", "blood_product", "bone_graft", "bone_resection",
    "botulinum_toxin", "bradykinin_antagonist", "bronchodilator", "bronchodilator_combination",
    "c_type_natriuretic_peptide_analogue", "calcimimetic", "calcineurin_inhibitor", "calcitonin", "calcium",
    "calcium_channel_blocker", "cancer_immunotherapy", "cannabinoid", "car_t_cell_therapy", "carbapenem",
    "carbonic_anhydrase_inhibitor", "cardiac_glycoside", "cardiac_myosin_inhibitor", "cathepsin_k_inhibitor",
    "cd20_antibody", "cdk4_6_inhibitor", "centrally_acting_antihypertensive", "cephalosporin", "cerumenolytic",
    "cftr_modulator", "cgrp_antagonist", "chelating_agent", "chemotherapy_protectant",
    "cholesterol_absorption_inhibitor", "cholinergic_agonist", "cholinesterase_inhibitor", "coagulation_factor",
    "colony_stimulating_factor", "complement_inhibitor", "comt_inhibitor", "corticotropin_analogue",
    "costimulation_blocker", "cough_and_cold_combination", "cytotoxic_antibiotic", "decongestant", "dermatological",
    "digestive_enzyme", "diuretic", "diuretic_combination", "dmard", "dopamine_agonist", "dpp4_inhibitor",
    "emollient", "endocrine_therapy", "endothelin_receptor_antagonist", "enzyme_replacement",
    "eradication_combination", "ergot_alkaloid", "erythropoiesis_stimulating_agent", "estrogen",
    "estrogen_progestogen_combination", "expectorant", "eye_or_ear_antibiotic", "fgf23_antibody", "fibrate",
    "fluoride", "fluoroquinolone", "fracture_surgery", "functional_bowel_drug", "gabapentinoid", "glp1_agonist",
    "glp2_analogue", "glucocorticoid", "glucosidase_inhibitor", "glycopeptide", "gnrh_agonist", "gnrh_antagonist",
    "gonadotropin", "growth_hormone", "growth_hormone_antagonist", "guanylate_cyclase_stimulator", "gynaecological",
    "h2_blocker", "haemostatic", "hepatoprotective", "herbal_supplement", "hormonal_contraceptive",
    "hormone_replacement_therapy", "hypnotic", "hypoglycaemia_treatment", "immune_checkpoint_inhibitor",
    "immunoglobulin", "immunomodulatory_imide", "immunosuppressant", "inhaled_anticholinergic",
    "inhaled_corticosteroid_combination", "inhaled_or_nasal_corticosteroid", "injected_enzyme", "injection",
    "inotrope", "insulin", "integrin_inhibitor", "interferon", "interleukin_inhibitor", "intestinal_antibiotic",
    "intravenous_fluid", "iron", "isoflavone", "jak_inhibitor", "joint_procedure", "joint_supplement",
    "joint_surgery", "keratolytic", "kinase_inhibitor", "laxative", "leukotriene_modifier", "levodopa",
    "lifestyle_measure", "limb_amputation", "limb_orthosis", "lincosamide", "lipid_lowering", "local_anaesthetic",
    "loop_diuretic", "macrolide", "magnesium", "mao_b_inhibitor", "mao_inhibitor", "mast_cell_stabilizer",
    "medical_gas", "meglitinide", "melatonin_receptor_agonist", "metabolic_disorder_drug", "methylxanthine",
    "mineralocorticoid", "mineralocorticoid_receptor_antagonist", "monobactam", "monoclonal_antibody",
    "mood_stabilizer", "mouthwash", "mtor_inhibitor", "mucolytic", "mucosal_protectant", "multiple_sclerosis_drug",
    "multivitamin", "muscle_relaxant", "mydriatic", "narcolepsy_drug", "nasal_preparation",
    "neonatal_fc_receptor_blocker", "neurokinin_antagonist", "neuromuscular_blocker", "neuromuscular_disease_drug",
    "neurostimulation", "nitrate", "nitroimidazole", "nmda_antagonist", "non_hormonal_contraceptive", "nootropic",
    "nsaid", "nutritional_supplement", "omega_3_fatty_acid", "ophthalmic", "ophthalmic_anti_vegf",
    "ophthalmic_corticosteroid", "opioid", "opioid_antagonist", "oral_contraceptive", "osmotic_diuretic",
    "osteoanabolic", "osteoporosis_medication", "other_antineoplastic", "other_nervous_system_drug",
    "ovulation_stimulant", "oxazolidinone", "parathyroid_hormone_analogue", "parathyroid_surgery",
    "parenteral_nutrition", "parp_inhibitor", "pcsk9_inhibitor", "pde4_inhibitor", "pde5_inhibitor", "penicillin",
    "peripheral_opioid_antagonist", "peripheral_vasodilator", "phosphate", "phosphate_binder", "physical_procedure",
    "platinum_compound", "polymyxin", "potassium", "potassium_binder", "potassium_channel_blocker",
    "potassium_sparing_diuretic", "probiotic", "progesterone_receptor_modulator", "progestogen", "prokinetic",
    "prostacyclin_analogue", "prostaglandin_analogue", "proteasome_inhibitor", "proton_pump_inhibitor",
    "radiopharmaceutical", "rankl_inhibitor", "rehabilitation", "renin_inhibitor", "retinoid",
    "s1p_receptor_modulator", "salicylate", "saliva_substitute", "scabicide", "sclerostin_inhibitor", "sedative",
    "selective_estrogen_receptor_modulator", "sex_hormone", "sglt2_inhibitor", "smoking_cessation_drug", "snri",
    "sodium", "soft_tissue_surgery", "somatostatin_analogue", "spinal_orthosis", "spine_augmentation",
    "spine_surgery", "ssri", "statin", "statin_combination", "steroidogenesis_inhibitor", "stimulant", "strontium",
    "sulfonamide_and_trimethoprim", "sulfonylurea", "sympathomimetic", "taxane", "tetracycline", "thiazide",
    "thiazolidinedione", "thrombolytic", "thrombopoietin_receptor_agonist", "thyroid_hormone", "thyroid_medicine",
    "tnf_inhibitor", "tocolytic", "topical_anaesthetic", "topical_analgesic", "topical_antimicrobial",
    "topical_antiviral", "topical_corticosteroid", "topoisomerase_inhibitor", "trace_element",
    "transthyretin_amyloidosis_drug", "tricyclic_antidepressant", "triptan", "unspecified_medication", "uricase",
    "uricosuric", "urinary_antiseptic", "urological", "uroselective_alpha_blocker", "uterotonic", "vaccine",
    "vasodilator", "vasopressin_analogue", "vasopressin_antagonist", "venotonic", "vinca_alkaloid",
    "viscosupplement", "vitamin_a", "vitamin_b", "vitamin_c", "vitamin_d", "vitamin_e", "vitamin_k",
    "vmat2_inhibitor", "volume_expander", "wound_care", "xanthine_oxidase_inhibitor",
}  # fmt: skip
"""Mostly the third or fourth level of the Anatomical Therapeutic Chemical classification, in words."""
KNOWN = {
    # bone
    "alendronate": "bisphosphonate", "zoledronate": "bisphosphonate", "denosumab": "rankl_inhibitor",
    "teriparatide": "parathyroid_hormone_analogue", "romosozumab": "sclerostin_inhibitor",
    "raloxifene": "selective_estrogen_receptor_modulator", "strontium_ranelate": "strontium",
    "calcitriol": "active_vitamin_d", "vitamin_d3": "vitamin_d", "calcium_carbonate": "calcium",
    "menatetrenone": "vitamin_k", "burosumab": "fgf23_antibody", "cinacalcet": "calcimimetic",
    "asfotase_alfa": "enzyme_replacement", "phosphate_supplement": "phosphate", "calcium_acetate": "phosphate_binder",
    # hormones
    "prednisolone": "glucocorticoid", "fludrocortisone": "mineralocorticoid", "clobetasol": "topical_corticosteroid",
    "estradiol": "estrogen", "estradiol_norethindrone": "estrogen_progestogen_combination",
    "testosterone": "androgen", "nandrolone": "anabolic_steroid", "levothyroxine": "thyroid_hormone",
    "methimazole": "antithyroid_drug", "leuprolide": "gnrh_agonist", "degarelix": "gnrh_antagonist",
    "somatropin": "growth_hormone", "octreotide": "somatostatin_analogue", "cabergoline": "dopamine_agonist",
    "desmopressin": "vasopressin_analogue", "clomiphene": "ovulation_stimulant", "oxytocin": "uterotonic",
    "letrozole": "aromatase_inhibitor", "tamoxifen": "antiestrogen", "bicalutamide": "antiandrogen",
    # heart, vessels, blood
    "bisoprolol": "beta_blocker", "ramipril": "ace_inhibitor", "losartan": "angiotensin_receptor_blocker",
    "amlodipine": "calcium_channel_blocker", "hydrochlorothiazide": "thiazide", "furosemide": "loop_diuretic",
    "spironolactone": "mineralocorticoid_receptor_antagonist", "atorvastatin": "statin", "ezetimibe":
    "cholesterol_absorption_inhibitor", "digoxin": "cardiac_glycoside", "amiodarone": "antiarrhythmic",
    "doxazosin": "alpha_blocker", "tamsulosin": "uroselective_alpha_blocker", "sildenafil": "pde5_inhibitor",
    "warfarin": "anticoagulant", "clopidogrel": "antiplatelet", "alteplase": "thrombolytic", "aspirin": "salicylate",
    "tranexamic_acid": "antifibrinolytic", "ferrous_sulfate": "iron", "epoetin_alfa":
    "erythropoiesis_stimulating_agent", "packed_red_blood_cells": "blood_product", "isotonic_saline":
    "intravenous_fluid", "albumin_infusion": "volume_expander", "sodium_bicarbonate": "alkalinizing_agent",
    # metabolism, stomach, bowel
    "metformin": "biguanide", "empagliflozin": "sglt2_inhibitor", "semaglutide": "glp1_agonist",
    "insulin_glargine": "insulin", "phentermine": "antiobesity_drug", "omeprazole": "proton_pump_inhibitor",
    "famotidine": "h2_blocker", "ondansetron": "antiemetic", "metoclopramide": "prokinetic", "lactulose": "laxative",
    "mesalamine": "aminosalicylate", "ursodiol": "bile_acid", "folic_acid": "vitamin_b", "zinc": "trace_element",
    "fish_oil": "omega_3_fatty_acid", "ginkgo": "herbal_supplement", "melatonin": "melatonin_receptor_agonist",
    # infection
    "amoxicillin": "penicillin", "cephalexin": "cephalosporin", "azithromycin": "macrolide",
    "ciprofloxacin": "fluoroquinolone", "doxycycline": "tetracycline", "gentamicin": "aminoglycoside",
    "hydroxychloroquine": "antimalarial", "tenofovir_disoproxil": "antiretroviral", "fluconazole": "antifungal",
    "isoniazid": "antituberculous", "covid_19_vaccine": "vaccine", "nirsevimab": "anti_infective_antibody",
    # nerves, mind, pain
    "phenytoin": "antiepileptic", "gabapentin": "gabapentinoid", "donepezil": "cholinesterase_inhibitor",
    "carbidopa_levodopa": "levodopa", "sertraline": "ssri", "venlafaxine": "snri", "lithium": "mood_stabilizer",
    "olanzapine": "antipsychotic", "midazolam": "benzodiazepine", "zolpidem": "hypnotic", "morphine": "opioid",
    "naloxone": "opioid_antagonist", "ibuprofen": "nsaid", "acetaminophen": "analgesic", "sumatriptan": "triptan",
    "allopurinol": "xanthine_oxidase_inhibitor", "lidocaine": "local_anaesthetic", "propofol": "anaesthetic",
    # tumours, immunity
    "methotrexate": "immunosuppressant", "tacrolimus": "calcineurin_inhibitor", "adalimumab": "tnf_inhibitor",
    "tofacitinib": "jak_inhibitor", "tocilizumab": "interleukin_inhibitor", "rituximab": "cd20_antibody",
    "bortezomib": "proteasome_inhibitor", "lenalidomide": "immunomodulatory_imide", "imatinib": "kinase_inhibitor",
    "pembrolizumab": "immune_checkpoint_inhibitor", "cisplatin": "platinum_compound", "filgrastim":
    "colony_stimulating_factor", "immunoglobulin": "immunoglobulin",
    # airways, eye, skin, bladder
    "oxygen": "medical_gas", "cetirizine": "antihistamine", "albuterol": "beta2_agonist", "montelukast":
    "leukotriene_modifier", "budesonide_formoterol": "inhaled_corticosteroid_combination", "guaifenesin": "expectorant",
    "latanoprost": "antiglaucoma", "oxybutynin": "antimuscarinic", "finasteride": "5_alpha_reductase_inhibitor",
    # operations and aids
    "kyphoplasty": "spine_augmentation", "hip_replacement": "arthroplasty", "knee_arthroscopy": "joint_surgery",
    "parathyroidectomy": "parathyroid_surgery", "jewett_orthosis": "spinal_orthosis", "cast": "limb_orthosis",
    "physiotherapy": "rehabilitation",
}  # fmt: skip


def test_each_treatment_has_a_class_of_the_closed_list() -> None:
    assert {entry.drug_class for entry in TREATMENTS.values()} == CLASSES


@pytest.mark.parametrize("agent", sorted(KNOWN))
def test_a_drug_stands_in_its_class(agent: str) -> None:
    assert TREATMENTS[agent].drug_class == KNOWN[agent]


def test_a_combination_shares_its_class_with_a_part_of_it_or_has_one_for_combinations() -> None:
    """Losartan with a thiazide is a combination for pressure; tramadol with paracetamol an opioid."""
    alone = {
        name: (entry.drug_class, *sorted({str(TREATMENTS[part].drug_class) for part in entry.contains}))
        for name, entry in TREATMENTS.items()
        if len(entry.contains) > 1
        and not str(entry.drug_class).endswith("_combination")
        and entry.drug_class not in {TREATMENTS[part].drug_class for part in entry.contains}
    }
    assert set(alone) == {"lidocaine_prilocaine", "naltrexone_bupropion"}


def test_a_class_that_words_name_holds_them_and_its_drugs() -> None:
    """``beta_blocker`` is both the word of a note and a class: its word belongs to it."""
    words = {name for name in TREATMENTS if name in CLASSES}
    assert {name: TREATMENTS[name].drug_class for name in words if TREATMENTS[name].drug_class != name} == {}


def test_a_wide_word_speaks_of_the_drugs_of_all_its_classes() -> None:
    wide = {
        "antibiotic": {"amoxicillin", "cephalexin", "vancomycin", "isoniazid"},
        "diuretic": {"furosemide", "indapamide", "spironolactone"},
        "antihypertensive": {"ramipril", "clonidine", "losartan_hydrochlorothiazide"},
        "dmard": {"methotrexate", "hydroxychloroquine", "sulfasalazine"},
        "antiviral": {"acyclovir", "lamivudine"},
    }
    told = {
        word: {name for name in names if TREATMENTS[name].drug_class not in TREATMENTS[word].members}
        for word, names in wide.items()
    }
    assert told == {word: set() for word in wide}
    assert TREATMENTS["cetirizine"].drug_class not in {m for word in wide for m in TREATMENTS[word].members}


def test_a_class_is_written_as_people_write_it() -> None:
    assert [class_words(str(TREATMENTS[name].drug_class)) for name in ("denosumab", "ranitidine", "niacin", "imatinib",
            "leuprolide", "albuterol", "menatetrenone", "palbociclib")] == [
        "RANKL inhibitor", "H2 blocker", "vitamin B", "kinase inhibitor", "GnRH agonist", "beta-2 agonist", "vitamin K",
        "CDK4/6 inhibitor",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("agent", "drug_class", "asked", "answer"),
    [
        ("cephalexin", "cephalosporin", "antibiotic", True), ("oxygen", "medical_gas", "antihistamine", False),
        ("furosemide", "loop_diuretic", "diuretic", True), ("alendronate", "bisphosphonate", "bisphosphonate", True),
        ("alendronate", "bisphosphonate", "osteoanabolic", False), ("methotrexate", "immunosuppressant", "dmard", True),
    ],
)  # fmt: skip
def test_a_question_for_a_group_of_drugs_is_answered_by_its_members(
    agent: str, drug_class: str, asked: str, answer: bool
) -> None:
    source = Source(note="n", start=0, end=1, text="x")
    record = Treatment(id="n/treatment/1", rule="t", source=source, agent=agent, name=agent, kind="drug",
                       status="ongoing", drug_class=drug_class)  # fmt: skip
    assert TREATMENTS[agent].drug_class == drug_class
    assert is_agent(record, asked) is answer


@pytest.mark.parametrize(
    ("sentence", "agent", "status"),
    [
        ("She received midazolam 2 mg and fentanyl 50 mcg.", "midazolam", "past"),
        ("Rocuronium 50 mg was given.", "rocuronium", "completed"),
        ("She wears a lidocaine 5% patch on her back.", "lidocaine", "ongoing"),
    ],
)
def test_what_goes_with_an_anaesthetic_was_given_once_and_a_patch_is_worn(
    sentence: str, agent: str, status: str
) -> None:
    drafts = find_treatments(scan_text(sentence, knowledge_of()))
    assert [draft["status"] for draft in drafts if draft["agent"] == agent] == [status]
