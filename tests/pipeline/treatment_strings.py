"""Sentences with every treatment that a clinician reads in them: (agent, status, and the fields that are told)."""

from __future__ import annotations

from typing import Any

Row = tuple[str, str, dict[str, Any]]

REGIMENS: list[tuple[str, list[Row]]] = [
    (
        "MEDICATIONS: Alendronate 70 mg p.o. once weekly.",
        [("alendronate", "ongoing", {"dose": "70", "dose_unit": "mg", "route": "oral", "frequency": "once weekly"})],
    ),
    (
        "Medications:\n1. Vytorin 10/40 mg one a day.",
        [("ezetimibe_simvastatin", "ongoing", {"dose": None, "dose_text": "10/40 mg", "frequency": "one a day"})],
    ),
    (
        "Medications: bisoprolol 5 mg tablet. Take 1 tablet daily.",
        [("bisoprolol", "ongoing", {"dose": "5", "dose_unit": "mg", "frequency": "daily"})],
    ),
    (
        "She takes Advair two puffs b.i.d.",
        [("fluticasone_salmeterol", "ongoing", {"dose": "2", "dose_unit": "puffs", "frequency": "b.i.d."})],
    ),
    (
        "Medications: tizanidine 4-mg tablet, one-half tablet daily.",
        [("tizanidine", "ongoing", {"dose": None, "frequency": "daily"})],
    ),
    (
        "Neurontin 600 mg p.o. q.h.s., 300 mg p.o. q.a.m.",
        [
            ("gabapentin", "ongoing", {"dose": "600", "frequency": "q.h.s."}),
            ("gabapentin", "ongoing", {"dose": "300", "frequency": "q.a.m."}),
        ],
    ),
    (
        "She is on prednisone 7.5 mg/day.",
        [("prednisone", "ongoing", {"dose": "7.5", "dose_unit": "mg", "frequency": "/day"})],
    ),
    (
        "Zoledronic acid 5 mg IV once yearly.",
        [("zoledronate", "ongoing", {"dose": "5", "route": "intravenous", "frequency": "once yearly"})],
    ),
    (
        "She receives denosumab 60 mg subcutaneously every 6 months.",
        [("denosumab", "ongoing", {"dose": "60", "route": "subcutaneous", "frequency": "every 6 months"})],
    ),
    (
        "Recommend 1000 mg of calcium and 800 U of vitamin D a day.",
        [
            ("calcium", "planned", {"dose": "1000", "dose_unit": "mg"}),
            ("vitamin_d", "planned", {"dose": "800", "dose_unit": "U", "frequency": "a day"}),
        ],
    ),
    (
        "Medications: Calcium 600 mg with vitamin D 400 IU b.i.d.",
        [("calcium_vitamin_d", "ongoing", {"dose": "600", "dose_unit": "mg", "frequency": "b.i.d."})],
    ),
    (
        "Medications: calcium carbonate/vitamin D 500 mg/200 IU twice daily.",
        [("calcium_vitamin_d", "ongoing", {"frequency": "twice daily"})],
    ),
    (
        "Current medications: lisinopril/hydrochlorothiazide 20/12.5 mg daily.",
        [
            (
                "lisinopril_hydrochlorothiazide",
                "ongoing",
                {"dose": None, "dose_text": "20/12.5 mg", "frequency": "daily"},
            )
        ],
    ),
    (
        "Medications: insulin glargine 20 units at bedtime, insulin aspart sliding scale.",
        [
            ("insulin_glargine", "ongoing", {"dose": "20", "dose_unit": "units", "frequency": "at bedtime"}),
            ("insulin_aspart", "ongoing", {}),
        ],
    ),
    (
        "Tylenol 500 mg q.4h. p.r.n. for pain.",
        [("acetaminophen", "ongoing", {"dose": "500", "frequency": "q.4h. p.r.n.", "reason": "pain"})],
    ),
    (
        "DH: bisoprolol 2.5 mg OD, atorvastatin 80 mg ON, salbutamol PRN.",
        [
            ("bisoprolol", "ongoing", {"dose": "2.5", "frequency": "OD"}),
            ("atorvastatin", "ongoing", {"dose": "80", "frequency": "ON"}),
            ("albuterol", "ongoing", {"dose": None, "frequency": "PRN"}),
        ],
    ),
    (
        "Bactrim DS one tablet q.12h. x3 days.",
        [("trimethoprim_sulfamethoxazole", "ongoing", {"dose": "1", "frequency": "q.12h.", "duration": "3 days"})],
    ),
    (
        "Fentanyl 50 mcg patch transdermal q.72h.",
        [("fentanyl", "ongoing", {"dose": "50", "dose_unit": "mcg", "route": "transdermal", "frequency": "q.72h."})],
    ),
    (
        "She takes weekly alendronate and daily aspirin.",
        [
            ("alendronate", "ongoing", {"frequency": "weekly"}),
            ("aspirin", "ongoing", {"frequency": "daily"}),
        ],
    ),
    (
        "Lisinopril was increased from 10 mg to 20 mg daily.",
        [
            ("lisinopril", "past", {"dose": "10", "dose_unit": "mg"}),
            ("lisinopril", "ongoing", {"dose": "20", "dose_unit": "mg", "frequency": "daily"}),
        ],
    ),
    ("She has had four doses of denosumab.", [("denosumab", "past", {"doses_given": "4", "dose": None})]),
    (
        "Rx:\n1) Tab. Shelcal HD BD\n2) Cap. D-Rise 60K once weekly x 8 wks",
        [
            ("calcium_vitamin_d", "started", {"frequency": "BD", "route": "oral"}),
            ("vitamin_d3", "started", {"dose": "60", "frequency": "once weekly", "duration": "8 wks"}),
        ],
    ),
    (
        "Medications: Nexium for heartburn 40 mg once a day.",
        [("esomeprazole", "ongoing", {"dose": "40", "frequency": "once a day"})],
    ),
    (
        "He takes Theo-24 300 mg p.o., 2 in the morning.",
        [("theophylline", "ongoing", {"dose": "300", "frequency": "2 in the morning"})],
    ),
    (
        "MEDICATIONS: K-Dur 20 mEq daily.",
        [("potassium_chloride", "ongoing", {"dose": "20", "dose_unit": "mEq", "frequency": "daily"})],
    ),
    (
        "The knee was injected with 40 mg of Kenalog and 4 cc of 1% lidocaine.",
        [
            ("triamcinolone", "completed", {"dose": "40", "dose_unit": "mg"}),
            ("lidocaine", "completed", {"dose": "4", "dose_unit": "cc"}),
        ],
    ),
    (
        "Current medications:\n- insulin glargine (LANTUS SOLOSTAR) 100 unit/mL (3 mL) pen. Inject 18 "
        "Units under the skin at bedtime.\n- cholecalciferol 1,000 unit capsule Take 2,000 Units by "
        "mouth daily.",
        [
            (
                "insulin_glargine",
                "ongoing",
                {"dose": "18", "dose_unit": "Units", "route": "subcutaneous", "frequency": "at bedtime"},
            ),
            ("vitamin_d3", "ongoing", {"dose": "2000", "dose_unit": "Units", "route": "oral", "frequency": "daily"}),
        ],
    ),
    (
        "Medications: atorvastatin 40 MG tablet, Take 1 tablet (40 mg total) by mouth nightly.",
        [("atorvastatin", "ongoing", {"dose": "40", "dose_unit": "mg", "route": "oral", "frequency": "nightly"})],
    ),
    (
        "Teriparatide was administered subcutaneously at 20 µg daily for 24 months.",
        [
            (
                "teriparatide",
                "past",
                {
                    "dose": "20",
                    "dose_unit": "µg",
                    "route": "subcutaneous",
                    "frequency": "daily",
                    "duration": "24 months",
                },
            )
        ],
    ),
    (
        "Medications: lisinopril 10, atenolol 50.",
        [("lisinopril", "ongoing", {"dose": "10", "dose_unit": None}), ("atenolol", "ongoing", {"dose": "50"})],
    ),
    (
        "Drugs: prednisolone 5 mg mane, tamsulosin MR 400 mcg on, alendronic acid 70 mg weekly (Mondays).",
        [
            ("prednisolone", "ongoing", {"frequency": "mane"}),
            ("tamsulosin", "ongoing", {"dose": "400", "frequency": "on"}),
            ("alendronate", "ongoing", {"dose": "70", "frequency": "weekly"}),
        ],
    ),
    (
        "Plan: doxycycline 100 mg bd 5/7.",
        [("doxycycline", "started", {"dose": "100", "frequency": "bd", "duration": "5/7"})],
    ),
    (
        "She takes Percocet 5/325 one tablet q.6h.",
        [
            (
                "oxycodone_acetaminophen",
                "ongoing",
                {"dose": "1", "dose_unit": "tablet", "dose_text": "5/325 one tablet", "frequency": "q.6h."},
            )
        ],
    ),
    (
        "Symbicort 160/4.5 2 puffs BID.",
        [
            (
                "budesonide_formoterol",
                "ongoing",
                {"dose": "2", "dose_unit": "puffs", "route": "inhaled", "frequency": "BID"},
            )
        ],
    ),
    (
        "Denosumab 60mg/1ml inj pre-filled every 6 months.",
        [("denosumab", "ongoing", {"dose": "60", "dose_unit": "mg", "frequency": "every 6 months"})],
    ),
    (
        "Methotrexate 15 mg M/W/F.",
        [("methotrexate", "ongoing", {"dose": "15", "frequency": "M/W/F"})],
    ),
    (
        "Vitamin D3 50 000 IU weekly x 8 weeks then 1000 IU daily.",
        [
            ("vitamin_d3", "ongoing", {"dose": "50000", "frequency": "weekly", "duration": "8 weeks"}),
            ("vitamin_d3", "ongoing", {"dose": "1000", "frequency": "daily"}),
        ],
    ),
    (
        "Paracetamol 1 g QDS + ibuprofen 400 mg TDS.",
        [
            ("acetaminophen", "ongoing", {"dose": "1", "frequency": "QDS"}),
            ("ibuprofen", "ongoing", {"dose": "400", "frequency": "TDS"}),
        ],
    ),
    (
        "MEDICATIONS: Enoxaparin 4000 IU/die for 6 weeks.",
        [("enoxaparin", "ongoing", {"dose": "4000", "dose_unit": "IU", "frequency": "/die", "duration": "6 weeks"})],
    ),
    (
        "MEDICATIONS: Xarelto 20 mg w/ supper, Colace 100 mg 3/d.",
        [
            ("rivaroxaban", "ongoing", {"dose": "20", "frequency": "w/ supper"}),
            ("docusate", "ongoing", {"dose": "100", "frequency": "3/d"}),
        ],
    ),
    (
        "He takes Tums for heartburn, two or three a day.",
        [("calcium_carbonate", "ongoing", {"frequency": "two or three a day"})],
    ),
    (
        "PLAN: Prolia 60 mg subcutaneous today, repeat every 6 months.",
        [("denosumab", "started", {"dose": "60", "frequency": "every 6 months", "start": "today"})],
    ),
    (
        "PLAN: Zometa 4 mg IV today and monthly thereafter.",
        [("zoledronate", "started", {"dose": "4", "route": "intravenous", "frequency": "monthly", "start": "today"})],
    ),
    (
        "PLAN: Tylenol #3, one or two q.4h. p.r.n.",
        [("acetaminophen_codeine", "started", {"dose_text": "one or two", "frequency": "q.4h. p.r.n."})],
    ),
    (
        "MEDICATIONS: Lidoderm 5% patch to low back, 12 hours on 12 hours off.",
        [("lidocaine", "ongoing", {"dose": "5", "route": "transdermal", "frequency": "12 hours on 12 hours off"})],
    ),
    (
        "MEDICATIONS: Hydrocortisone 1% cream b.i.d.",
        [("hydrocortisone", "ongoing", {"dose": "1", "dose_unit": "%", "route": "topical", "frequency": "b.i.d."})],
    ),
    (
        "MEDICATIONS: Bactrim SS one tablet Monday, Wednesday, Friday.",
        [
            (
                "trimethoprim_sulfamethoxazole",
                "ongoing",
                {"dose": "1", "dose_unit": "tablet", "frequency": "Monday, Wednesday, Friday"},
            )
        ],
    ),
    (
        "MEDICATIONS: B12 1000 mcg monthly by injection.",
        [("vitamin_b12", "ongoing", {"dose": "1000", "route": "injection", "frequency": "monthly"})],
    ),
    (
        "PLAN: paracetamol 4x1 g, ibuprofen 3x400 mg.",
        [
            ("acetaminophen", "started", {"dose": "1", "dose_unit": "g", "frequency": "4x"}),
            ("ibuprofen", "started", {"dose": "400", "dose_unit": "mg", "frequency": "3x"}),
        ],
    ),
    (
        "He received methylprednisolone 500 mg i.v. on three consecutive days.",
        [("methylprednisolone", "completed", {"route": "intravenous", "duration": "three consecutive days"})],
    ),
    (
        "Teriparatide 20 mcg daily was begun in May and given up after 5 months for nausea.",
        [("teriparatide", "stopped", {"start": "May", "duration": "5 months"})],
    ),
    (
        "She was on estrogen for a couple of years after her hysterectomy.",
        [("estrogen", "past", {"duration": "a couple of years", "start": None})],
    ),
    (
        "He has been on prednisone 5 mg daily for RA, x 14 mo.",
        [("prednisone", "ongoing", {"reason": "RA", "duration": "14 mo"})],
    ),
    (
        "She takes calcium gluconate 2 g for 9 days, oral calcium carbonate 4 g/day.",
        [
            ("calcium_gluconate", "ongoing", {"route": None, "duration": "9 days"}),
            ("calcium_carbonate", "ongoing", {"route": "oral", "dose": "4", "frequency": "/day"}),
        ],
    ),
    (
        "MEDICATIONS: Progesterone 200 mg nocte 12 days a month.",
        [("progesterone", "ongoing", {"dose": "200", "frequency": "nocte 12 days a month"})],
    ),
    (
        "HISTORY: prednisone 10 mg/d for Crohn's, off since November 2023.",
        [("prednisone", "stopped", {"reason": "Crohn's", "stop": "November 2023", "start": None})],
    ),
    (
        "Therapy line\n  Inj. zoledronate 5 mg IV yearly: Jan 2018, Jan 2019, Feb 2020  (3 doses, then drug holiday)",
        [("zoledronate", "past", {"start": "Jan 2018", "stop": "Feb 2020", "doses_given": "3"})],
    ),
    (
        "She had zoledronic acid 5 mg IV in 2016, 2017 and 2018.",
        [("zoledronate", "past", {"start": "2016", "stop": "2018", "doses_given": None})],
    ),
    ("PMH: #R NOF 2016 (hemiarthroplasty), AF.", [("hip_hemiarthroplasty", "past", {"start": "2016"})]),
    (
        "PMH: Low trauma ankle fracture 2018 (left, ORIF).",
        [("open_reduction_internal_fixation", "past", {"start": "2018"})],
    ),
    ("PMHx: # L ankle 2009 treated in boot", [("walker_boot", "past", {"start": "2009"})]),
    (
        "She broke her right wrist in 2014 when she fell on ice and was in a cast for 6 weeks.",
        [("cast", "past", {"start": "2014", "duration": "6 weeks"})],
    ),
    (
        "Postop she was discharged on Lovenox 40 mg daily for 2 weeks and is now on aspirin 81 mg.",
        [("enoxaparin", "started", {"start": None}), ("aspirin", "ongoing", {"dose": "81"})],
    ),
    (
        "DISCHARGE MEDICATIONS: 1. Prevpac as directed b.i.d. x14 days.",
        [("lansoprazole_amoxicillin_clarithromycin", "ongoing", {"frequency": "b.i.d.", "duration": "14 days"})],
    ),
    (
        "MEDICATIONS: calcium + D (Citracal) 2 tabs daily.",
        [("calcium_vitamin_d", "ongoing", {"dose": "2", "dose_unit": "tabs", "frequency": "daily"})],
    ),
    (
        "HOSPITAL COURSE: She was covered with regular insulin on a sliding scale.",
        [("insulin_regular", "past", {"frequency": "on a sliding scale"})],
    ),
    (
        "MEDICATIONS: She takes Lipitor 20 mg, Norvasc 5 mg and Celebrex 200 mg all daily, and a multivitamin.",
        [
            ("atorvastatin", "ongoing", {"dose": "20", "frequency": "daily"}),
            ("amlodipine", "ongoing", {"dose": "5", "frequency": "daily"}),
            ("celecoxib", "ongoing", {"dose": "200", "frequency": "daily"}),
            ("multivitamin", "ongoing", {"frequency": None}),
        ],
    ),
]

STATUSES: list[tuple[str, list[Row]]] = [
    ("She was started on denosumab in March 2021.", [("denosumab", "started", {"start": "March 2021"})]),
    ("Teriparatide was started in 2019 and completed in 2021.", [("teriparatide", "completed", {"stop": "2021"})]),
    ("We will start zoledronate next month.", [("zoledronate", "planned", {})]),
    ("I recommend that she use calcium and vitamin D.", [("calcium", "planned", {}), ("vitamin_d", "planned", {})]),
    ("She should continue alendronate 70 mg weekly.", [("alendronate", "ongoing", {"dose": "70"})]),
    ("Alendronate was stopped in 2017 because of heartburn.", [("alendronate", "stopped", {"stop": "2017"})]),
    ("She was taking Fosamax, which was stopped after a year.", [("alendronate", "stopped", {})]),
    ("She was switched from alendronate to denosumab.", [("alendronate", "stopped", {}), ("denosumab", "started", {})]),
    (
        "We changed her furosemide to torsemide 20 mg daily.",
        [("furosemide", "stopped", {}), ("torsemide", "started", {"dose": "20"})],
    ),
    ("She declined romosozumab.", [("romosozumab", "declined", {})]),
    ("Teriparatide was offered but she declined.", [("teriparatide", "declined", {})]),
    (
        "Raloxifene is contraindicated because of a previous deep vein thrombosis.",
        [("raloxifene", "contraindicated", {})],
    ),
    ("She is not a candidate for teriparatide after radiotherapy.", [("teriparatide", "contraindicated", {})]),
    ("He had been on prednisone for ten years.", [("prednisone", "past", {"duration": "ten years"})]),
    ("She took raloxifene in the past.", [("raloxifene", "past", {})]),
    ("She completed a two-year course of teriparatide.", [("teriparatide", "completed", {})]),
    ("Ibandronate 150 mg monthly from 2010 to 2014.", [("ibandronate", "past", {"start": "2010", "stop": "2014"})]),
    ("Alendronate 2008-2013, then a drug holiday.", [("alendronate", "past", {"start": "2008", "stop": "2013"})]),
    ("She continues taking her previous thyroid medicine.", [("thyroid_medicine", "ongoing", {})]),
    ("He is compliant with metformin and Farxiga.", [("metformin", "ongoing", {}), ("dapagliflozin", "ongoing", {})]),
    ("We discussed romosozumab.", [("romosozumab", "mentioned", {})]),
    ("She asked about HRT.", [("hormone_replacement_therapy", "mentioned", {})]),
    ("He was given a tetanus shot in the emergency department.", [("tetanus_vaccine", "completed", {})]),
    (
        "She was treated with Zosyn, Levaquin and vancomycin.",
        [
            ("piperacillin_tazobactam", "past", {}),
            ("levofloxacin", "past", {}),
            ("vancomycin", "past", {}),
        ],
    ),
    (
        "Her bendroflumethiazide, which I have stopped, and her levothyroxine 75 mcg daily were reviewed.",
        [
            ("bendroflumethiazide", "stopped", {}),
            ("levothyroxine", "ongoing", {"dose": "75"}),
        ],
    ),
    (
        "Medications: aspirin 81 mg daily, folate, and omeprazole.",
        [
            ("aspirin", "ongoing", {"dose": "81"}),
            ("folic_acid", "ongoing", {}),
            ("omeprazole", "ongoing", {}),
        ],
    ),
    ("Her mother takes alendronate.", [("alendronate", "ongoing", {"subject": "mother"})]),
    ("Third infusion of zoledronic acid 5 mg intravenously given today.", [("zoledronate", "ongoing", {"dose": "5"})]),
    ("She wears a Jewett brace when out of bed.", [("jewett_orthosis", "ongoing", {})]),
    ("He was fitted with a TLSO.", [("tlso", "past", {})]),
    ("She underwent kyphoplasty at L1 in 2018.", [("kyphoplasty", "completed", {"start": "2018"})]),
    (
        "She had a left hip replacement in 2015 and a right hip replacement is planned.",
        [
            ("hip_replacement", "past", {"start": "2015"}),
            ("hip_replacement", "planned", {}),
        ],
    ),
    (
        "PAST SURGICAL HISTORY: ORIF of the right ankle, parathyroidectomy.",
        [
            ("open_reduction_internal_fixation", "past", {}),
            ("parathyroidectomy", "past", {}),
        ],
    ),
    ("Subtotal parathyroidectomy was performed.", [("parathyroidectomy", "completed", {})]),
    ("She was started on terip-\naratide 20 mcg daily.", [("teriparatide", "started", {"dose": "20"})]),
    (
        "They gave him three units of packed red blood cells.",
        [("packed_red_blood_cells", "completed", {"dose": "3", "dose_unit": "units"})],
    ),
    (
        "Meds: tacrolimus 5 mg mane (was 6 mg).",
        [("tacrolimus", "ongoing", {"dose": "5"}), ("tacrolimus", "past", {"dose": "6"})],
    ),
    (
        "Gliclazide 80 mg BD, reduce to 40 mg BD.",
        [("gliclazide", "past", {"dose": "80"}), ("gliclazide", "started", {"dose": "40"})],
    ),
    (
        "Increase Aranesp from 40 to 60 mcg weekly.",
        [
            ("darbepoetin", "past", {"dose": "40", "dose_unit": "mcg"}),
            ("darbepoetin", "started", {"dose": "60", "frequency": "weekly"}),
        ],
    ),
    (
        "MEDICATIONS: ramipril 5 mg daily.\nPLAN: Increase ramipril to 10 mg daily.",
        [("ramipril", "past", {"dose": "5"}), ("ramipril", "started", {"dose": "10"})],
    ),
    (
        "Discharge medicines: apixaban 2.5 mg BD (restarted day 3), bisoprolol 2.5 mg OD, senna 15 mg "
        "nocte, ramipril - STOPPED because of falls.",
        [
            ("apixaban", "ongoing", {"start": "day 3"}),
            ("bisoprolol", "ongoing", {}),
            ("senna", "ongoing", {}),
            ("ramipril", "stopped", {}),
        ],
    ),
    (
        "Meds\n  prednisolone 5 mg mane\n  valganciclovir - ceased Jan 2022\n  irbesartan 150 mg nocte",
        [
            ("prednisolone", "ongoing", {}),
            ("valganciclovir", "stopped", {"stop": "Jan 2022"}),
            ("irbesartan", "ongoing", {}),
        ],
    ),
    (
        "TREATMENT IN ED\nIV paracetamol 1 g, morphine 5 mg iv, ondansetron 4 mg iv.",
        [
            ("acetaminophen", "completed", {"route": "intravenous"}),
            ("morphine", "completed", {"dose": "5"}),
            ("ondansetron", "completed", {"dose": "4"}),
        ],
    ),
    (
        "Stopped: naproxen, nifedipine. Alendronic acid 70 mg weekly unchanged.",
        [("naproxen", "stopped", {}), ("nifedipine", "stopped", {}), ("alendronate", "ongoing", {"dose": "70"})],
    ),
    (
        "Plan: romosozumab monthly for 12 months, then alendronate 70 mg weekly.",
        [("romosozumab", "started", {"duration": "12 months"}), ("alendronate", "planned", {"dose": "70"})],
    ),
    (
        "Add micafungin if the fever persists.",
        [("micafungin", "mentioned", {})],
    ),
    (
        "Denosumab is not indicated at present.",
        [("denosumab", "mentioned", {})],
    ),
    (
        "Options include teriparatide and abaloparatide.",
        [("teriparatide", "mentioned", {}), ("abaloparatide", "mentioned", {})],
    ),
    (
        "Flu shot today. Pneumovax 2004. Shingrix due next month.",
        [
            ("influenza_vaccine", "completed", {"start": "today"}),
            ("pneumococcal_vaccine", "past", {"start": "2004"}),
            ("zoster_vaccine", "planned", {"start": "next month"}),
        ],
    ),
    (
        "Warfarin was held on admission and resumed at discharge.",
        [("warfarin", "ongoing", {})],
    ),
    (
        "She stopped alendronate given her reflux.",
        [("alendronate", "stopped", {})],
    ),
    (
        "She went to theatre for a hemiarthroplasty the next day.",
        [("hip_hemiarthroplasty", "completed", {})],
    ),
    (
        "Past surgical history: right hip replacement 2010, ORIF of the ankle (2003), carpal tunnel release.",
        [
            ("hip_replacement", "past", {"start": "2010"}),
            ("open_reduction_internal_fixation", "past", {"start": "2003"}),
            ("carpal_tunnel_release", "past", {"start": None}),
        ],
    ),
    (
        "She also took prednisolone 5 mg daily for polymyalgia.",
        [("prednisolone", "ongoing", {"dose": "5"})],
    ),
    (
        "He was treated for pneumonia with doxycycline 100 mg OD for 5 days.",
        [("doxycycline", "completed", {"duration": "5 days"})],
    ),
    (
        "Nexium, which we changed to Pepcid.",
        [("esomeprazole", "stopped", {}), ("famotidine", "started", {})],
    ),
    (
        "IV co-amoxiclav changed to PO doxycycline 100 mg bd.",
        [
            ("amoxicillin_clavulanate", "stopped", {"route": "intravenous"}),
            ("doxycycline", "started", {"route": "oral", "dose": "100"}),
        ],
    ),
    (
        "Omeprazole stopped, famotidine added.",
        [("omeprazole", "stopped", {}), ("famotidine", "started", {})],
    ),
    (
        "PMH: anxiety (sertraline 50 mg daily).",
        [("sertraline", "ongoing", {"dose": "50"})],
    ),
    (
        "Pantoprazole 40 mg daily while on steroids.",
        [("pantoprazole", "ongoing", {"dose": "40"})],
    ),
    (
        "She was managed in a boot for 8 weeks.",
        [("walker_boot", "past", {"duration": "8 weeks"})],
    ),
    (
        "She is to continue alendronate and will start calcium citrate 600 mg twice daily.",
        [("alendronate", "ongoing", {}), ("calcium_citrate", "planned", {"dose": "600"})],
    ),
]

NOTHING: list[str] = [
    "ALLERGIES: Penicillin, codeine.",
    "ALLERGIES,1.  PENICILLIN.,2.  SULFA.",
    "She is allergic to alendronate.",
    "Penicillin - hives.",
    "Her digoxin level was 0.8 ng/mL.",
    "Calcium 9.4 mg/dL, magnesium 1.9 mg/dL, vitamin D 18 ng/mL.",
    "LABORATORY: calcium 8.5, magnesium 1.8, potassium 3.9.",
    "The calcium was normal.",
    "Vitamin D deficiency was diagnosed.",
    "Iron deficiency anaemia.",
    "The use of bisphosphonates in children is controversial.",
    "Bisphosphonates may cause osteonecrosis of the jaw.",
    "NSAIDs should be avoided in renal failure.",
    "She has never taken bisphosphonates.",
    "She denies taking calcium or vitamin D.",
    "She is not on denosumab.",
    "No glucocorticoids.",
    "No history of steroid use.",
    "Potassium: none.",
    "The organism was susceptible to ampicillin.",
    "Insulin resistance was suspected.",
    "Steroid-induced osteoporosis was excluded.",
    "She braced herself for the fall.",
    "The urine sediment showed granular casts.",
    "Estrogen receptor positive breast cancer.",
    "No hip replacement is needed.",
    "Patients taking glucocorticoids should have a bone density test.",
    "Lowest T-score: left total hip -2.8.",
    "Subtle changes in the frontal lobes; luminal A carcinoma.",
    "If she takes bisphosphonates, they are not on her list.",
    "ASA class 3.",
    "Prolia should not be stopped abruptly.",
    "All patients should take calcium 1200 mg and vitamin D 800 IU daily.",
    "Ensure adequate calcium.",
    "He vapes nicotine daily.",
    "Closed reduction was not possible.",
]
