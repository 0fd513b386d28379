// Made from openapi.json by `npm run openapi`.
export interface paths {
    "/v1/sides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sides
         * @description All sides that the filters let through, in pages.
         */
        get: operations["listSides"];
        put?: never;
        /**
         * Record a side
         * @description Records a side and gives it back as it is kept.
         */
        post: operations["createSide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sides/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a side
         * @description The side as it is now; a change needs its ETag.
         */
        get: operations["getSide"];
        put?: never;
        post?: never;
        /**
         * Delete a side
         * @description Deletes the side; its history stays. While others refer to it: 409, which counts them.
         */
        delete: operations["deleteSide"];
        options?: never;
        head?: never;
        /**
         * Revise a side
         * @description Changes what the body names and leaves the rest (RFC 7396).
         */
        patch: operations["reviseSide"];
        trace?: never;
    };
    "/v1/sides/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a side
         * @description Who changed what, when and why, oldest first; it outlives the entity.
         */
        get: operations["listSideHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the disputes
         * @description All disputes that the filters let through, in pages.
         */
        get: operations["listDisputes"];
        put?: never;
        /**
         * Record a dispute
         * @description Records a dispute and gives it back as it is kept.
         */
        post: operations["createDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a dispute
         * @description The dispute as it is now; a change needs its ETag.
         */
        get: operations["getDispute"];
        put?: never;
        post?: never;
        /**
         * Delete a dispute
         * @description Deletes the dispute; its history stays. While others refer to it: 409, which counts them.
         */
        delete: operations["deleteDispute"];
        options?: never;
        head?: never;
        /**
         * Revise a dispute
         * @description Changes what the body names and leaves the rest (RFC 7396).
         */
        patch: operations["reviseDispute"];
        trace?: never;
    };
    "/v1/disputes/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a dispute
         * @description Who changed what, when and why, oldest first; it outlives the entity.
         */
        get: operations["listDisputeHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{ref}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the positions of a dispute
         * @description Which side holds what on each question of the dispute, and whether the question is contested, agreed, uncontested, one-sided, or without a position.
         */
        get: operations["getDisputePositions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{ref}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the balance of a dispute
         * @description How much each side is heard, how many of its quotes stand in their articles, and how it is answered.
         */
        get: operations["getDisputeBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the questions
         * @description All questions that the filters let through, in pages.
         */
        get: operations["listQuestions"];
        put?: never;
        /**
         * Record a question
         * @description Records a question and gives it back as it is kept.
         */
        post: operations["createQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a question
         * @description The question as it is now; a change needs its ETag.
         */
        get: operations["getQuestion"];
        put?: never;
        post?: never;
        /**
         * Delete a question
         * @description Deletes the question; its history stays. While others refer to it: 409, which counts them.
         */
        delete: operations["deleteQuestion"];
        options?: never;
        head?: never;
        /**
         * Revise a question
         * @description Changes what the body names and leaves the rest (RFC 7396).
         */
        patch: operations["reviseQuestion"];
        trace?: never;
    };
    "/v1/questions/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a question
         * @description Who changed what, when and why, oldest first; it outlives the entity.
         */
        get: operations["listQuestionHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outlets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the outlets
         * @description All outlets that the filters let through, in pages.
         */
        get: operations["listOutlets"];
        put?: never;
        /**
         * Record an outlet
         * @description Records an outlet and gives it back as it is kept.
         */
        post: operations["createOutlet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outlets/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an outlet
         * @description The outlet as it is now; a change needs its ETag.
         */
        get: operations["getOutlet"];
        put?: never;
        post?: never;
        /**
         * Delete an outlet
         * @description Deletes the outlet; its history stays. While others refer to it: 409, which counts them.
         */
        delete: operations["deleteOutlet"];
        options?: never;
        head?: never;
        /**
         * Revise an outlet
         * @description Changes what the body names and leaves the rest (RFC 7396).
         */
        patch: operations["reviseOutlet"];
        trace?: never;
    };
    "/v1/outlets/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of an outlet
         * @description Who changed what, when and why, oldest first; it outlives the entity.
         */
        get: operations["listOutletHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the articles
         * @description All articles that the filters let through, in pages.
         */
        get: operations["listArticles"];
        put?: never;
        /**
         * Record an article
         * @description Records an article and gives it back as it is kept.
         */
        post: operations["createArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an article
         * @description The article as it is now; a change needs its ETag.
         */
        get: operations["getArticle"];
        put?: never;
        post?: never;
        /**
         * Delete an article
         * @description Deletes the article; its history stays. While others refer to it: 409, which counts them.
         */
        delete: operations["deleteArticle"];
        options?: never;
        head?: never;
        /**
         * Revise an article
         * @description Changes what the body names and leaves the rest (RFC 7396).
         */
        patch: operations["reviseArticle"];
        trace?: never;
    };
    "/v1/articles/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of an article
         * @description Who changed what, when and why, oldest first; it outlives the entity.
         */
        get: operations["listArticleHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{ref}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the snapshots of an article
         * @description Every text of it that was retrieved, the oldest first, without the texts themselves.
         */
        get: operations["listSnapshots"];
        put?: never;
        /**
         * Keep a retrieved text of an article
         * @description Keeps the text as the next snapshot, and tells what became in it of the quotes that appear in another; their anchors stay where they are. The newest text is the one retrieved last: quotes that appeared nowhere are looked up in it, and an older copy that is added later is only compared. The text may be sent as it is, as `text/plain` in UTF-8, with `?retrievedAt=`.
         */
        post: operations["createSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{ref}/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what became of the quotes of an article in its other texts
         * @description The items of `/v1/drift` for one article, those that are unchanged too.
         */
        get: operations["listArticleDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{ref}/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Give the verified quotes of an article as Web Annotations
         * @description An Annotation Collection of the W3C model with its first page inside, for tools that show quotes in their place. With a cursor, a further page.
         */
        get: operations["listArticleAnnotations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{ref}/snapshots/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a snapshot with its text
         * @description The text is its outlet’s, so reading it in full needs a key, unless the service says `PUBLIC_TEXT=true`.
         */
        get: operations["getSnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/speakers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the speakers
         * @description All speakers that the filters let through, in pages.
         */
        get: operations["listSpeakers"];
        put?: never;
        /**
         * Record a speaker
         * @description Records a speaker and gives it back as it is kept.
         */
        post: operations["createSpeaker"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/speakers/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a speaker
         * @description The speaker as it is now; a change needs its ETag.
         */
        get: operations["getSpeaker"];
        put?: never;
        post?: never;
        /**
         * Delete a speaker
         * @description Deletes the speaker; its history stays. While others refer to it: 409, which counts them.
         */
        delete: operations["deleteSpeaker"];
        options?: never;
        head?: never;
        /**
         * Revise a speaker
         * @description Changes what the body names and leaves the rest (RFC 7396).
         */
        patch: operations["reviseSpeaker"];
        trace?: never;
    };
    "/v1/speakers/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a speaker
         * @description Who changed what, when and why, oldest first; it outlives the entity.
         */
        get: operations["listSpeakerHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/speakers/{ref}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the positions of a speaker
         * @description What the speaker held on each question over time, and where it turned.
         */
        get: operations["getSpeakerPositions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the claims
         * @description All claims that the filters let through, in pages.
         */
        get: operations["listClaims"];
        put?: never;
        /**
         * Record a claim
         * @description Records a claim and gives it back as it is kept.
         */
        post: operations["createClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a claim
         * @description The claim as it is now; a change needs its ETag.
         */
        get: operations["getClaim"];
        put?: never;
        post?: never;
        /**
         * Delete a claim
         * @description Deletes the claim; its history stays. While others refer to it: 409, which counts them.
         */
        delete: operations["deleteClaim"];
        options?: never;
        head?: never;
        /**
         * Revise a claim
         * @description Changes what the body names and leaves the rest (RFC 7396).
         */
        patch: operations["reviseClaim"];
        trace?: never;
    };
    "/v1/claims/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a claim
         * @description Who changed what, when and why, oldest first; it outlives the entity.
         */
        get: operations["listClaimHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{ref}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a claim into another
         * @description Lets one claim stand as another of the same question, and answers that one: statements, relations, reviews and corrections follow, and so do references and filters by the old slug; the old address answers 308. Where a statement has a stance to both, the target's stands. `/unmerge` undoes it.
         */
        post: operations["mergeClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{ref}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo the merge of a claim
         * @description Lets a claim that was merged stand for itself again, and answers it: what was written for it and followed the merge comes back; what was changed in between stays changed.
         */
        post: operations["unmergeClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{ref}/counterclaims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the counter-claims of a claim
         * @description The claims that compete with a claim, why they do, and how many statements take each stance on them, the oldest first.
         */
        get: operations["listCounterclaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claim-relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the claim relations
         * @description All claim relations that the filters let through, in pages.
         */
        get: operations["listClaimRelations"];
        put?: never;
        /**
         * Record a claim relation
         * @description Records a claim relation and gives it back as it is kept.
         */
        post: operations["createClaimRelation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claim-relations/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a claim relation
         * @description The claim relation as it is now; a change needs its ETag.
         */
        get: operations["getClaimRelation"];
        put?: never;
        post?: never;
        /**
         * Delete a claim relation
         * @description Deletes the claim relation; its history stays. While others refer to it: 409, which counts them.
         */
        delete: operations["deleteClaimRelation"];
        options?: never;
        head?: never;
        /**
         * Revise a claim relation
         * @description Changes what the body names and leaves the rest (RFC 7396).
         */
        patch: operations["reviseClaimRelation"];
        trace?: never;
    };
    "/v1/claim-relations/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a claim relation
         * @description Who changed what, when and why, oldest first; it outlives the entity.
         */
        get: operations["listClaimRelationHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the statements
         * @description All statements that the filters let through, in pages.
         */
        get: operations["listStatements"];
        put?: never;
        /**
         * Record a statement
         * @description Records who said what, as one article reports it. The quote is looked up in the newest text of the article: words that do not appear there are refused with what was found and what is suggested, unless the quote is `indirect` or the statement a `draft`. Dispute, side, title and language are inferred where they are left out. The same words of a speaker at one place of an article are one statement: 409 `duplicate` names it, or `similar` where no place tells. A `rebuttal` written inside is recorded with it, or neither is.
         */
        post: operations["createStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a statement
         * @description The statement as it is now; a change needs its ETag.
         */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        /**
         * Withdraw a statement
         * @description Withdraws the statement for the reason in `Change-Comment`, answered or not: it leaves lists and counts at once, its address answers 410 with the reason, and history keeps it.
         */
        delete: operations["deleteStatement"];
        options?: never;
        head?: never;
        /**
         * Revise a statement
         * @description Changes what the body names and leaves the rest (RFC 7396).
         */
        patch: operations["reviseStatement"];
        trace?: never;
    };
    "/v1/statements/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a statement
         * @description Who changed what, when and why, oldest first; it outlives the entity.
         */
        get: operations["listStatementHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{ref}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a withdrawn statement
         * @description Brings a withdrawn statement back as what it was, draft or published, with its stances, rebuttals, reviews and corrections. One whose words were redacted stays away: 410.
         */
        post: operations["restoreStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{ref}/redact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redact a statement
         * @description Removes the words for good, where the law demands it: from the statement, its history, the texts of its article (blanked, character by character), import jobs and the database's files. The chain of history still verifies, and one more line says publicly that and why words were removed, and from which lines. The statement is withdrawn with it and answers 410 with the reason. Backups made before, and copies that others took, are not reached.
         */
        post: operations["redactStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{ref}/thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the thread of a statement
         * @description Everything that a statement answers and that answers it, over any number of steps, as JSON, as a Graphviz graph or as Argdown.
         */
        get: operations["getStatementThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rebuttals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rebuttals
         * @description All rebuttals that the filters let through, in pages.
         */
        get: operations["listRebuttals"];
        put?: never;
        /**
         * Record a rebuttal
         * @description Records a rebuttal and gives it back as it is kept.
         */
        post: operations["createRebuttal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rebuttals/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a rebuttal
         * @description The rebuttal as it is now; a change needs its ETag.
         */
        get: operations["getRebuttal"];
        put?: never;
        post?: never;
        /**
         * Delete a rebuttal
         * @description Deletes the rebuttal; its history stays. While others refer to it: 409, which counts them.
         */
        delete: operations["deleteRebuttal"];
        options?: never;
        head?: never;
        /**
         * Revise a rebuttal
         * @description Changes what the body names and leaves the rest (RFC 7396).
         */
        patch: operations["reviseRebuttal"];
        trace?: never;
    };
    "/v1/rebuttals/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a rebuttal
         * @description Who changed what, when and why, oldest first; it outlives the entity.
         */
        get: operations["listRebuttalHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rebuttals/{ref}/redact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redact a rebuttal
         * @description Removes the rebuttal and its words for good, where the law demands it: its row and the words of its whole history, also when it was deleted already. The chain of history still verifies, and one more line says publicly that and why.
         */
        post: operations["redactRebuttal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the reviews
         * @description All reviews that the filters let through, in pages.
         */
        get: operations["listReviews"];
        put?: never;
        /**
         * Record a review
         * @description Records a review and gives it back as it is kept.
         */
        post: operations["createReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1alpha1/claims:search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search reviewed claims as Google’s clients do
         * @description As `claims:search` of Google’s Fact Check Tools API, with `claimant`, `rating`, `from` and `to` besides. The claimant and the claim’s date are those of the first supporting statement whose date is certain. `key`, `alt` and what else those clients always send is not looked at. A page may hold fewer claims than `pageSize` while `nextPageToken` leads on.
         */
        get: operations["searchReviewedClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a review
         * @description The review as it is now; a change needs its ETag.
         */
        get: operations["getReview"];
        put?: never;
        post?: never;
        /**
         * Delete a review
         * @description Deletes the review; its history stays. While others refer to it: 409, which counts them.
         */
        delete: operations["deleteReview"];
        options?: never;
        head?: never;
        /**
         * Revise a review
         * @description Changes what the body names and leaves the rest (RFC 7396).
         */
        patch: operations["reviseReview"];
        trace?: never;
    };
    "/v1/feeds/claimreview.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read all reviews as a feed of ClaimReviews
         * @description A schema.org DataFeed, the oldest review first, read while it is sent.
         */
        get: operations["getClaimReviewFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a review
         * @description Who changed what, when and why, oldest first; it outlives the entity.
         */
        get: operations["listReviewHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{ref}/redact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redact a review
         * @description Removes the review and its words for good, where the law demands it: its row and the words of its whole history, also when it was deleted already. The chain of history still verifies, and one more line says publicly that and why.
         */
        post: operations["redactReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the corrections
         * @description All corrections that the filters let through, in pages.
         */
        get: operations["listCorrections"];
        put?: never;
        /**
         * Record a correction
         * @description Records a correction and gives it back as it is kept.
         */
        post: operations["createCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a correction
         * @description The correction as it is now; a change needs its ETag.
         */
        get: operations["getCorrection"];
        put?: never;
        post?: never;
        /**
         * Delete a correction
         * @description Deletes the correction; its history stays. While others refer to it: 409, which counts them.
         */
        delete: operations["deleteCorrection"];
        options?: never;
        head?: never;
        /**
         * Revise a correction
         * @description Changes what the body names and leaves the rest (RFC 7396).
         */
        patch: operations["reviseCorrection"];
        trace?: never;
    };
    "/v1/corrections/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a correction
         * @description Who changed what, when and why, oldest first; it outlives the entity.
         */
        get: operations["listCorrectionHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections/{ref}/redact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redact a correction
         * @description Removes the correction and its words for good, where the law demands it: its row and the words of its whole history, also when it was deleted already. The chain of history still verifies, and one more line says publicly that and why.
         */
        post: operations["redactCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the change feed
         * @description Every change of the record, oldest first unless asked otherwise, in the order in which they were committed. Ask again with `after` set to the last `seq` that you have; nothing ever appears before it. With `since`, `until`, `actor` or `dispute` a page may hold fewer than `limit` while `next` leads on. Lines that were written while an entity was a draft are for keys that may write.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the change feed
         * @description The change feed as server-sent events: `id` is the `seq`, `data` the line. It takes the filters of the feed. It begins after `Last-Event-ID`, else after `after`, else at `since`, else with what comes next. Comments show that the connection lives; an `id` without `data` tells how far lines were passed over that are not for the reader. It ends after a while, when its reader is too slow, and when its key is revoked; who comes back with `Last-Event-ID`, as browsers do, misses nothing.
         */
        get: operations["streamChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what became of quotes after publication
         * @description Whether a quote that is anchored in one text of an article has moved, is altered or gone in a later one. The text retrieved last comes first.
         */
        get: operations["listDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the pairs
         * @description Statements set against each other, each pair once with its strongest basis, by the date of the left, then that of the right. A page that would have to look through very many statements ends early; `next` goes on.
         */
        get: operations["listPairs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/comparisons/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare claims
         * @description Two to six claims of one dispute side by side: who takes which stance on each, since when, in whose words, reported where, what uses all of them, and what is set against what.
         */
        get: operations["compareClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/comparisons/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare wordings: who uses, denies and mentions them, where, and since when
         * @description Each wording is looked for in the quotes, its words one after another, with its other forms. In “there was no blockade” the speaker does not use the word: that is a denial, and “so-called” a mention; stances on the claims that list the term outweigh the words. What is in a language that is not read is counted apart, and so is what the outlet itself says.
         */
        get: operations["compareTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/comparisons/terms/own-voice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the places where outlets have a term in their own voice
         * @description Whose word did the outlet adopt? What the comparison counts as `ownVoice`, each place with its sentence, the newest articles first. A page ends early where texts are very long; `next` goes on. Of words that no claim lists the newest 200 articles are looked through.
         */
        get: operations["listOwnVoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the record
         * @description Finds statements by quote and context, claims by text and terms, speakers by name and aliases, articles by title and retrieved texts; the best first, then the newest. Words are told apart without case, accents, vowel points and variants of letters; text written without spaces is found by any part of it. Of an article no more is shown than the sentence that was found, whoever asks.
         */
        get: operations["searchRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check whether a quote appears in a text
         * @description Says how the quote appears in the text that is sent along, and where, with warnings of what an editor should look at. Of a quote that is almost right it names what differs, the passage that appears instead, and suggests the quote as the text has it, ready to be sent. Nothing is kept.
         */
        post: operations["verifyQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check every quotation of a text
         * @description Says of everything that a text sets in quotation marks whether it appears in the articles and texts named, else in the at most 50 texts of the record likeliest to have it, where, and in whose mouth. Nothing is kept.
         */
        post: operations["checkQuotations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mcp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask as an assistant
         * @description The Model Context Protocol of 2026-07-28, without sessions; clients of earlier versions are answered too. Its tools only read, and say themselves what they take. A page of a foreign origin is refused.
         */
        post: operations["askAsAssistant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send records in as a stream
         * @description Send one record a line (NDJSON) in UTF-8 as `application/x-ndjson`, or a file of another format as it is: JSON, CSV or TEI. It may come with `Content-Encoding: gzip`, or as `application/gzip` or `application/x-bzip2`. The job tells how far it is, and what was wrong with which line; what became of each row stands in its report. Of bodies, 4 are taken in at one time (503 `overloaded` beyond that); the jobs then run one after another. What was stored of one is made no second time when it is sent again.
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far an import is
         * @description What the job has read, made, changed and rejected so far, and what was wrong with which line.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what became of each row of an import
         * @description A row for each of the file, in its order: `created`, `updated`, `unchanged` or `rejected`, with its line, and why. As NDJSON, or as CSV. Of an import that runs it is told as far as it is.
         */
        get: operations["getImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the whole record
         * @description The record of one moment as NDJSON, in a stable order. With an `admin` key it is everything, history with its chain too: an empty service takes that over by `POST /v1/imports?format=record` with an `admin` key. Keys and import jobs stay behind. With less it is what that caller may read, as lines of `record`, which another service imports as records of its own.
         */
        get: operations["exportRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the keys
         * @description All keys, revoked and expired ones too, the oldest first; never the keys themselves, of which only a hash is kept.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make a key
         * @description Makes a key with a scope: `read`, `write`, `admin`, each including the one before. The key is in this answer and nowhere else.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a key
         * @description From now on the key opens nothing, and streams that it opened end. It stays in the list, as revoked. The last admin key that is valid stays valid: 409.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Give the figures of the process and its routes
         * @description For Prometheus: memory, event loop, and how long requests took by route and status; of all processes of the service, summed.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say that the service lives
         * @description Answers whenever the process does; it asks nothing of the database.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say whether the service can serve
         * @description Asks every part that the service needs, and says which of them is not ready.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Give this document as JSON
         * @description All that the service can be asked for, in OpenAPI 3.1.
         */
        get: operations["getOpenapiJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Give this document as YAML
         * @description The same as `/openapi.json`.
         */
        get: operations["getOpenapiYaml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Affiliation: {
            title: string | null;
            side: components["schemas"]["SideBrief"];
            from: components["schemas"]["PartialDate"] | null;
            until: components["schemas"]["PartialDate"] | null;
        };
        Anchor: {
            result: components["schemas"]["QuoteResult"];
            /** @description The snapshot it was looked up in; null when there was none */
            snapshot: number | null;
            start: number | null;
            end: number | null;
            prefix: string | null;
            suffix: string | null;
            /** @description Of an elided quote: where its parts stand */
            parts?: components["schemas"]["Span"][];
            /** @description Of an ambiguous quote: everywhere it stands */
            occurrences?: components["schemas"]["Span"][];
            /** @description How many those are; the first 100 are listed */
            occurrencesTotal?: number;
            /** @description Of an altered quote: the gravest of what differs */
            difference?: components["schemas"]["QuoteDifference"];
            /** @description Of an altered quote: the quote as the article has it, ready to be sent */
            suggestion?: string;
            /** @description Of an altered quote: what the article has instead */
            closest?: components["schemas"]["Closest"];
            /** @description Where the words are that do not appear in the newest text: its title, or an earlier text */
            elsewhere?: components["schemas"]["ElsewhereInArticle"][];
            /** @description What an editor should look at though the quote is verified */
            warnings: components["schemas"]["QuoteWarning"][];
            /** @description The article, opened at the quote */
            url: string;
        };
        AnchorBrief: {
            result: components["schemas"]["QuoteResult"];
        };
        Annotation: {
            /** Format: uri */
            id: string;
            /** @constant */
            type: "Annotation";
            created: string;
            modified: string;
            /** @constant */
            motivation: "describing";
            body: {
                /** @constant */
                type: "SpecificResource";
                /** Format: uri */
                source: string;
                /** @constant */
                purpose: "describing";
            };
            target: {
                /** @constant */
                type: "SpecificResource";
                /** Format: uri */
                source: string;
                state?: {
                    /** @constant */
                    type: "TimeState";
                    sourceDate: string;
                    /** Format: uri */
                    cached?: string;
                };
                /** @description The quote, then its place: either finds it */
                selector: ({
                    /** @constant */
                    type: "TextQuoteSelector";
                    exact: string;
                    prefix?: string;
                    suffix?: string;
                } | {
                    /** @constant */
                    type: "TextPositionSelector";
                    start: number;
                    end: number;
                })[];
            }[];
        };
        AnnotationCollection: {
            /** @constant */
            "@context": "http://www.w3.org/ns/anno.jsonld";
            /** Format: uri */
            id: string;
            /** @constant */
            type: "AnnotationCollection";
            label: string;
            total: number;
            first: {
                /** Format: uri */
                id: string;
                /** @constant */
                type: "AnnotationPage";
                startIndex?: number;
                /** Format: uri */
                next?: string;
                items: components["schemas"]["Annotation"][];
            };
        };
        AnnotationPage: {
            /** @constant */
            "@context": "http://www.w3.org/ns/anno.jsonld";
            /** Format: uri */
            id: string;
            /** @constant */
            type: "AnnotationPage";
            startIndex?: number;
            /** Format: uri */
            next?: string;
            items: components["schemas"]["Annotation"][];
            partOf: {
                /** Format: uri */
                id: string;
                /** @constant */
                type: "AnnotationCollection";
            };
        };
        Article: components["schemas"]["ArticleBrief"] & components["schemas"]["Kept"] & {
            byline: string[];
            agencies: string[];
            language: components["schemas"]["Language"];
            archiveUrl: components["schemas"]["WebUrl"] | null;
            accessedAt: components["schemas"]["PartialDate"] | null;
            corrections: components["schemas"]["CorrectionNotes"];
            similar?: components["schemas"]["SimilarEntities"];
            /** @description How many texts of it are held; they are numbered as they came in */
            snapshots: number;
        };
        ArticleBrief: {
            id: components["schemas"]["ArticleId"];
            url: components["schemas"]["WebUrl"];
            title: string;
            publishedAt: components["schemas"]["PartialDate"];
            outlet: components["schemas"]["OutletBrief"];
        };
        /** @example art_01k6v0a9q21y3 */
        ArticleId: string;
        ArticlePage: components["schemas"]["Page"] & {
            items: components["schemas"]["Article"][];
        };
        ArticleRevision: {
            url?: components["schemas"]["WebUrl"];
            title?: string;
            outlet?: components["schemas"]["Reference"];
            byline?: string[] | null;
            agencies?: string[] | null;
            publishedAt?: components["schemas"]["PartialDate"];
            language?: components["schemas"]["Language"] | null;
            archiveUrl?: components["schemas"]["WebUrl"] | null;
            accessedAt?: components["schemas"]["PartialDate"] | null;
        };
        AssistantMessage: {
            /** @constant */
            jsonrpc: "2.0";
            id?: string | number;
            method: string;
            params?: {
                [key: string]: unknown;
            };
        };
        AssistantReply: {
            /** @constant */
            jsonrpc: "2.0";
            id?: (string | number) | null;
        } & {
            [key: string]: unknown;
        };
        Balance: {
            dispute: components["schemas"]["DisputeBrief"];
            total: number;
            utterances: components["schemas"]["Utterances"];
            range: components["schemas"]["DateRange"];
            sides: {
                side: components["schemas"]["SideInDispute"];
                /** @description Statements of the side */
                n: number;
                utterances: components["schemas"]["Utterances"];
                share: components["schemas"]["Share"];
                /** @description Whose quote was looked up in a text: all but `no-text` */
                checked: number;
                /** @description Of `checked`, those whose quote stands in the article: `exact`, `normalized` or `elided` */
                verified: number;
                /** @description That a statement of another side rebuts, or what they repeat; concessions and clarifications are no rebuttals */
                rebutted: number;
                /** @description That no statement of another side rebuts: n less `rebutted` */
                unanswered: number;
                /** @description Of `rebutted`, those that have a time, as their first rebuttal has */
                timed: number;
                /** @description The median over `timed` of the hours to the first rebuttal; what nobody rebutted is not in it. Negative where a rebuttal bears the earlier date */
                medianHoursToRebuttal: number | null;
                /** @description Of `rebutted`, those that have a day, as their first rebuttal has; `timed` among them */
                timedByDay: number;
                /** @description The same over `timedByDay` of the days between, by the speakers' calendars; 0 is the same day */
                medianDaysToRebuttal: number | null;
                /** @description Outlets that report it */
                outlets: number;
                range: components["schemas"]["DateRange"];
            }[];
        };
        Change: {
            seq: number;
            at: components["schemas"]["Timestamp"];
            actor: string;
            /** @enum {string} */
            action: "create" | "revise" | "publish" | "delete" | "withdraw" | "restore" | "redact" | "merge" | "unmerge";
            entity: components["schemas"]["EntityName"];
            /** @description The revision that this change made */
            revision: number;
            /** @description JSON Patch (RFC 6902) of the entity; empty once its words were redacted */
            patch: ({
                op: string;
                path: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Why, in the words of who wrote it */
            comment: string | null;
            /** @description SHA-256 over the hash of the line before and this line */
            hash: string;
            /**
             * @description Its words, or its comment alone, were removed, as a later line `redact` says and why
             * @constant
             */
            redacted?: true;
        };
        ChangePage: components["schemas"]["Page"] & {
            items: components["schemas"]["Change"][];
        };
        CheckQuotationsRequest: {
            /** @description Up to 1 MiB of UTF-8, with at most 500 quotations */
            text: string;
            /** @description Whose newest texts they are looked up in */
            articles?: components["schemas"]["Reference"][];
            /** @description Texts to look them up in */
            texts?: {
                /** @description Up to 1 MiB of UTF-8 */
                text: string;
                title?: string;
            }[];
            dispute?: components["schemas"]["Reference"];
        };
        CheckedQuotation: {
            /** @description In code points, without its marks */
            start: number;
            end: number;
            quote: string;
            /** @description Whose words they are, in the words of the text */
            attributedTo: string | null;
            result: components["schemas"]["QuotationResult"];
            /** @description At most 20 places; of a spliced one each run */
            found: components["schemas"]["QuotationFound"][];
            warnings: components["schemas"]["QuoteWarning"][];
            difference?: components["schemas"]["QuoteDifference"];
            /** @description Without a key at most a sentence, as `closest` */
            suggestion?: string;
            closest?: components["schemas"]["Closest"];
        };
        Claim: components["schemas"]["Kept"] & components["schemas"]["ClaimBrief"] & {
            dispute: components["schemas"]["DisputeBrief"];
            question: components["schemas"]["QuestionBrief"];
            /** @description The terms that mark the claim, each with its forms, which count together; entries that share one are joined */
            terms: string[][];
            note: string | null;
            corrections: components["schemas"]["CorrectionNotes"];
            /** @description What an editor should look at */
            warnings: components["schemas"]["ClaimWarning"][];
            similar?: components["schemas"]["SimilarEntities"];
        };
        ClaimBrief: {
            id: components["schemas"]["ClaimId"];
            slug: components["schemas"]["Slug"];
            text: string;
        };
        ClaimColumn: {
            claim: components["schemas"]["ClaimBrief"];
            /** @description Statements that take any stance on it */
            n: number;
            utterances: components["schemas"]["Utterances"];
            share: components["schemas"]["Share"];
            stances: components["schemas"]["StanceCounts"];
            speakers: number;
            outlets: number;
            articles: number;
            sides: (components["schemas"]["StanceCounts"] & {
                side: components["schemas"]["SideBrief"];
                n: number;
                utterances: components["schemas"]["Utterances"];
            })[];
            /** @description Of each side that takes a stance on it since when it does, by whom, the earliest first */
            since: components["schemas"]["ClaimSince"][];
            range: components["schemas"]["DateRange"];
            first: components["schemas"]["StatementBrief"] | null;
            latest: components["schemas"]["StatementBrief"] | null;
            /** @description Whether none of the others can have been said as early as `first`: never where one is undated */
            certain: boolean;
            /** @description The same of `latest` */
            latestCertain: boolean;
            /** @description Those that have only their article's date */
            undated: number;
            /** @description The newest 10, one of each utterance */
            quotes: (components["schemas"]["StatementBrief"] & {
                stance: components["schemas"]["Stance"];
            })[];
        };
        ClaimComparison: {
            /** @description As asked for; where left open, the days of the first and the last statement */
            range: components["schemas"]["DateRange"];
            /** @description Distinct statements counted in any column */
            total: number;
            columns: components["schemas"]["ClaimColumn"][];
            /** @description By the speakers' calendars, empty periods included */
            timeline: {
                period: string;
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                /** @description In the order of the columns */
                counts: number[];
                /** @description How many of these, over all columns, have only their article's date */
                undated: number;
            }[];
            /** @description Statements of a column whose date does not tell the period; with those in periods they are its n */
            coarser: number[];
            /** @description Who and what takes a stance on every one of the claims, those with most statements first; at most 50 of each */
            both: {
                speakers: (components["schemas"]["NamedSpeaker"] & {
                    /** @description In the order of the columns */
                    counts: number[];
                    /** @description In the order of the columns */
                    stances: components["schemas"]["StanceCounts"][];
                })[];
                articles: (components["schemas"]["ArticleBrief"] & {
                    /** @description In the order of the columns */
                    counts: number[];
                })[];
                /** @description False when each claim has over 1000 speakers or articles: of the claim with the fewest, those with most statements on it were looked for among the others */
                isComplete: boolean;
            };
            /** @description Between the claims compared */
            relations: components["schemas"]["ClaimRelation"][];
            /** @description What `/v1/pairs` tells with the same claims and filters; `next` is its cursor, and is taken here too */
            pairs: {
                items: components["schemas"]["Pair"][];
                next: string | null;
            };
        };
        /** @example clm_01k6v0a9q21y3 */
        ClaimId: string;
        ClaimPage: components["schemas"]["Page"] & {
            items: components["schemas"]["Claim"][];
        };
        ClaimRelation: components["schemas"]["Kept"] & {
            id: components["schemas"]["ClaimRelationId"];
            claim: components["schemas"]["ClaimBrief"];
            kind: components["schemas"]["ClaimRelationKind"];
            target: components["schemas"]["ClaimBrief"];
            note: string | null;
        };
        /** @example rel_01k6v0a9q21y3 */
        ClaimRelationId: string;
        /** @enum {string} */
        ClaimRelationKind: "contradicts" | "reframes" | "narrows" | "supports" | "different-scope";
        ClaimRelationKindList: components["schemas"]["ClaimRelationKind"][];
        ClaimRelationPage: components["schemas"]["Page"] & {
            items: components["schemas"]["ClaimRelation"][];
        };
        ClaimRelationRevision: {
            claim?: components["schemas"]["Reference"];
            kind?: components["schemas"]["ClaimRelationKind"];
            target?: components["schemas"]["Reference"];
            note?: string | null;
        };
        ClaimRevision: {
            question?: components["schemas"]["Reference"];
            text?: string;
            slug?: components["schemas"]["Slug"] | null;
            /** @description The terms that the claim asserts: each a wording, or the list of its forms, as `["war", "wars"]` */
            terms?: (string | string[])[] | null;
            note?: string | null;
        };
        ClaimSince: {
            side: components["schemas"]["SideBrief"];
            stance: components["schemas"]["Stance"];
            n: number;
            utterances: components["schemas"]["Utterances"];
            first: components["schemas"]["StatementBrief"];
            latest: components["schemas"]["StatementBrief"];
            /** @description Whether none of the others can have been said as early as `first`: never where one is undated */
            certain: boolean;
            /** @description The same of `latest` */
            latestCertain: boolean;
            /** @description The first 5 to say so, in their order */
            speakers: components["schemas"]["NamedSpeaker"][];
        };
        /** @enum {string} */
        ClaimWarning: "term-denied-by-claim";
        Closest: {
            text: string;
            start: number;
            end: number;
            similarity: number;
            firstDifference: components["schemas"]["FirstDifference"];
        };
        Correction: components["schemas"]["CorrectionNote"] & components["schemas"]["Kept"] & {
            statement: components["schemas"]["StatementBrief"] | null;
            article: components["schemas"]["ArticleBrief"] | null;
            claim: components["schemas"]["ClaimBrief"] | null;
            review: components["schemas"]["ReviewBrief"] | null;
        };
        /** @example cor_01k6v0a9q21y3 */
        CorrectionId: string;
        /** @enum {string} */
        CorrectionKind: "correction" | "clarification" | "update" | "retraction" | "right-of-reply";
        CorrectionKindList: components["schemas"]["CorrectionKind"][];
        CorrectionNote: {
            id: components["schemas"]["CorrectionId"];
            kind: components["schemas"]["CorrectionKind"];
            note: string;
            /** @description Since when it holds */
            effectiveAt: components["schemas"]["PartialDate"];
        };
        /** @description What was wrong in it, the newest first */
        CorrectionNotes: components["schemas"]["CorrectionNote"][];
        CorrectionPage: components["schemas"]["Page"] & {
            items: components["schemas"]["Correction"][];
        };
        CorrectionRevision: {
            statement?: components["schemas"]["Reference"] | null;
            article?: components["schemas"]["Reference"] | null;
            claim?: components["schemas"]["Reference"] | null;
            review?: components["schemas"]["Reference"] | null;
            kind?: components["schemas"]["CorrectionKind"];
            note?: string;
            effectiveAt?: components["schemas"]["PartialDate"] | null;
        };
        Counterclaim: {
            claim: components["schemas"]["ClaimBrief"];
            question: components["schemas"]["QuestionBrief"];
            /**
             * @description `relation` where a relation sets them against each other, else they answer the same question
             * @enum {string}
             */
            why: "question" | "relation";
            /** @description All relations between the two, whichever way they lead */
            relations: components["schemas"]["ClaimRelation"][];
            /** @description Statements that take any stance on it */
            n: number;
            utterances: components["schemas"]["Utterances"];
            stances: components["schemas"]["StanceCounts"];
            range: components["schemas"]["DateRange"];
        };
        CounterclaimPage: components["schemas"]["Page"] & {
            items: components["schemas"]["Counterclaim"][];
        };
        CslItems: ({
            id: string;
            type: string;
        } & {
            [key: string]: unknown;
        })[];
        DateRange: {
            /** Format: date */
            from: string | null;
            /** Format: date */
            to: string | null;
        };
        Dispute: components["schemas"]["Kept"] & components["schemas"]["DisputeBrief"] & {
            summary: string | null;
            sides: components["schemas"]["SideInDispute"][];
        };
        DisputeBrief: {
            id: components["schemas"]["DisputeId"];
            slug: components["schemas"]["Slug"];
            title: string;
        };
        /** @example dsp_01k6v0a9q21y3 */
        DisputeId: string;
        DisputePage: components["schemas"]["Page"] & {
            items: components["schemas"]["Dispute"][];
        };
        DisputePositions: {
            dispute: components["schemas"]["DisputeBrief"];
            /** @description Statements that take a stance in this dispute */
            total: number;
            utterances: components["schemas"]["Utterances"];
            range: components["schemas"]["DateRange"];
            sides: components["schemas"]["SideInDispute"][];
            rows: {
                question: components["schemas"]["QuestionBrief"];
                verdict: components["schemas"]["Verdict"];
                n: number;
                utterances: components["schemas"]["Utterances"];
                range: components["schemas"]["DateRange"];
                /** @description One of each side, in the order of `sides` */
                cells: components["schemas"]["PositionCell"][];
            }[];
        };
        DisputeRevision: {
            title?: string;
            slug?: components["schemas"]["Slug"] | null;
            summary?: string | null;
            sides?: components["schemas"]["NewSideInDispute"][] | null;
        };
        /** @description How many quotes that stand in another text of the article are unchanged, moved, altered or gone in it */
        DriftCounts: {
            unchanged: number;
            moved: number;
            altered: number;
            gone: number;
        };
        /** @enum {string} */
        DriftKind: "unchanged" | "moved" | "altered" | "gone";
        DriftKindList: components["schemas"]["DriftKind"][];
        DriftNow: {
            drift: components["schemas"]["DriftKind"];
            /** @description The newest text */
            snapshot: number;
            difference?: components["schemas"]["QuoteDifference"];
            /** @description What the newest text has instead, when altered */
            closest?: components["schemas"]["Closest"];
        };
        DriftOfStatement: {
            statement: components["schemas"]["StatementBrief"];
            article: components["schemas"]["ArticleBrief"];
            drift: components["schemas"]["DriftKind"];
            /** @description Where it was anchored */
            from: components["schemas"]["PlaceInSnapshot"];
            /** @description Where it is in the other text; null where it is not */
            to: components["schemas"]["PlaceInSnapshot"];
            /** @description The gravest of what differs, when altered */
            difference?: components["schemas"]["QuoteDifference"];
            /** @description The quote as the other text has it, when altered */
            suggestion?: string;
            /** @description What the other text has instead, when altered */
            closest?: components["schemas"]["Closest"];
            /** @description Where its words are under other surroundings, when gone */
            elsewhere?: components["schemas"]["ElsewhereInArticle"][];
            /** @description When the other text was retrieved */
            at: components["schemas"]["PartialDate"];
        };
        DriftOfStatementPage: components["schemas"]["Page"] & {
            items: components["schemas"]["DriftOfStatement"][];
        };
        ElsewhereInArticle: {
            /** @enum {string} */
            in: "title" | "snapshot" | "text";
            snapshot?: number;
            start?: number;
            end?: number;
        };
        EntityName: {
            type: string;
            id: string;
        };
        FactCheckedClaims: {
            claims?: ({
                text: string;
                claimant?: string;
                claimDate?: string;
                claimReview?: ({
                    publisher: {
                        name: string;
                        site?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    url?: string;
                    title?: string;
                    reviewDate?: string;
                    textualRating: string;
                    languageCode?: string;
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            })[];
            nextPageToken?: string;
        } & {
            [key: string]: unknown;
        };
        FirstDifference: {
            at: number;
            expected: string;
            found: string;
        };
        /** @enum {string} */
        Granularity: "day" | "week" | "month" | "year";
        /** @enum {string} */
        GroundRules: "on-record" | "background" | "deep-background";
        GroundRulesList: components["schemas"]["GroundRules"][];
        Import: {
            id: components["schemas"]["ImportId"];
            format: components["schemas"]["ImportFormat"];
            dryRun: boolean;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed";
            read: number;
            created: number;
            updated: number;
            unchanged: number;
            rejected: number;
            errors: {
                line: number;
                code: string;
                /** @description JSON Pointer into the line */
                pointer: string;
                detail: string;
            }[];
            createdAt: components["schemas"]["Timestamp"];
            updatedAt: components["schemas"]["Timestamp"];
        };
        /** @enum {string} */
        ImportFormat: "record" | "claimreview" | "datafeed" | "claimreview-csv" | "quotebank" | "citron" | "ninjs" | "tei";
        /** @example imp_01k6v0a9q21y3 */
        ImportId: string;
        JsonFeed: {
            version: string;
            title: string;
        } & {
            [key: string]: unknown;
        };
        JsonLdDocument: {
            /** @constant */
            "@context": "https://schema.org";
            "@type"?: string;
        } & {
            [key: string]: unknown;
        };
        Kept: {
            revision: components["schemas"]["Revision"];
            createdAt: components["schemas"]["Timestamp"];
            updatedAt: components["schemas"]["Timestamp"];
        };
        Key: {
            id: components["schemas"]["KeyId"];
            name: string;
            scope: components["schemas"]["Scope"];
            createdAt: components["schemas"]["Timestamp"];
            expiresAt: components["schemas"]["Timestamp"] | null;
            lastUsedAt: components["schemas"]["Timestamp"] | null;
            revokedAt: components["schemas"]["Timestamp"] | null;
        };
        /** @example key_01k6v0a9q21y3 */
        KeyId: string;
        KeyPage: components["schemas"]["Page"] & {
            items: components["schemas"]["Key"][];
        };
        /** @example en */
        Language: string;
        LanguageList: components["schemas"]["Language"][];
        Liveness: {
            /** @enum {string} */
            status: "ok";
        };
        MergeClaimRequest: {
            into: components["schemas"]["Reference"];
        };
        NamedSpeaker: {
            id: components["schemas"]["SpeakerId"];
            slug: components["schemas"]["Slug"];
            name: string;
        };
        NewAffiliation: {
            side: components["schemas"]["Reference"];
            /** @default null */
            title: string | null;
            /** @default null */
            from: components["schemas"]["PartialDate"] | null;
            /** @default null */
            until: components["schemas"]["PartialDate"] | null;
        };
        NewArticle: {
            url: components["schemas"]["WebUrl"];
            title: string;
            outlet: components["schemas"]["Reference"];
            /** @default [] */
            byline: string[];
            /** @default [] */
            agencies: string[];
            publishedAt: components["schemas"]["PartialDate"];
            language?: components["schemas"]["Language"];
            /** @default null */
            archiveUrl: components["schemas"]["WebUrl"] | null;
            /** @default null */
            accessedAt: components["schemas"]["PartialDate"] | null;
        };
        NewClaim: {
            question: components["schemas"]["Reference"];
            text: string;
            slug?: components["schemas"]["Slug"];
            /**
             * @description The terms that the claim asserts: each a wording, or the list of its forms, as `["war", "wars"]`
             * @default []
             */
            terms: (string | string[])[];
            /** @default null */
            note: string | null;
        };
        NewClaimRelation: {
            claim: components["schemas"]["Reference"];
            kind: components["schemas"]["ClaimRelationKind"];
            target: components["schemas"]["Reference"];
            /** @default null */
            note: string | null;
        };
        NewCorrection: {
            /** @default null */
            statement: components["schemas"]["Reference"] | null;
            /** @default null */
            article: components["schemas"]["Reference"] | null;
            /** @default null */
            claim: components["schemas"]["Reference"] | null;
            /** @default null */
            review: components["schemas"]["Reference"] | null;
            kind: components["schemas"]["CorrectionKind"];
            note: string;
            effectiveAt?: components["schemas"]["PartialDate"];
        };
        NewDispute: {
            title: string;
            slug?: components["schemas"]["Slug"];
            /** @default null */
            summary: string | null;
            /** @default [] */
            sides: components["schemas"]["NewSideInDispute"][];
        };
        NewInlineRebuttal: {
            quote: string;
            quoteType: components["schemas"]["QuoteType"];
            /**
             * @description The attributing expression: said, told, derided
             * @default null
             */
            cue: string | null;
            /**
             * @description To whom, and where
             * @default null
             */
            setting: string | null;
            /**
             * @description The sentence around the quote
             * @default null
             */
            context: string | null;
            /** @description The article's, when left out */
            language?: components["schemas"]["Language"];
            /** @default on-record */
            groundRules: components["schemas"]["GroundRules"];
            /** @default null */
            original: components["schemas"]["Original"] | null;
            /** @default [] */
            translations: components["schemas"]["NewTranslation"][];
            /** @default [] */
            stances: components["schemas"]["NewStance"][];
            /** @description What tells the place apart when the quote stands more than once */
            anchor?: components["schemas"]["QuoteHints"];
            /** @default published */
            status: components["schemas"]["WrittenStatus"];
            /** @default null */
            note: string | null;
            /** @description The side of the affiliation in force, when left out */
            side?: components["schemas"]["Reference"];
            /** @description Inferred from stances, rebuttals or the side, when left out */
            dispute?: components["schemas"]["Reference"];
            /** @default null */
            repeats: components["schemas"]["Reference"] | null;
            kind: components["schemas"]["RebuttalKind"];
            speaker: components["schemas"]["Reference"];
            article?: components["schemas"]["Reference"];
            saidAt?: components["schemas"]["PartialDate"] | null;
        };
        NewKey: {
            name: string;
            scope: components["schemas"]["Scope"];
            /** @default null */
            expiresAt: components["schemas"]["Timestamp"] | null;
        };
        NewKeyShown: components["schemas"]["Key"] & {
            key: string;
        };
        NewOutlet: {
            name: string;
            slug?: components["schemas"]["Slug"];
            /** @default null */
            homepage: components["schemas"]["WebUrl"] | null;
            kind?: components["schemas"]["OutletKind"];
            /**
             * @default null
             * @example DE
             */
            country: string | null;
        };
        NewQuestion: {
            dispute: components["schemas"]["Reference"];
            text: string;
            slug?: components["schemas"]["Slug"];
        };
        NewRebuttal: {
            statement: components["schemas"]["Reference"];
            rebuts: components["schemas"]["Reference"];
            kind: components["schemas"]["RebuttalKind"];
            /** @default null */
            note: string | null;
        };
        NewRebuttalLink: {
            statement: components["schemas"]["Reference"];
            kind: components["schemas"]["RebuttalKind"];
            /** @default null */
            note: string | null;
        };
        NewReview: {
            /** @default null */
            claim: components["schemas"]["Reference"] | null;
            /** @default null */
            statement: components["schemas"]["Reference"] | null;
            publisher: components["schemas"]["Reference"];
            url: components["schemas"]["WebUrl"];
            title: string;
            reviewedAt: components["schemas"]["PartialDate"];
            rating: {
                label: components["schemas"]["RatingLabel"];
                /** @default null */
                value: components["schemas"]["RatingNumber"] | null;
                /** @default null */
                best: components["schemas"]["RatingNumber"] | null;
                /** @default null */
                worst: components["schemas"]["RatingNumber"] | null;
                /**
                 * @description What a person takes the label for; of a well-known label, what it stands for, when left out
                 * @default null
                 */
                normalized: components["schemas"]["NormalizedRating"] | null;
            };
            language?: components["schemas"]["Language"];
        };
        NewSide: {
            name: string;
            slug?: components["schemas"]["Slug"];
        };
        NewSideInDispute: {
            side: components["schemas"]["Reference"];
            /** @default party */
            role: components["schemas"]["SideRole"];
        };
        NewSnapshot: {
            /** @description The article as plain text, up to 1 MiB of UTF-8 */
            text: string;
            retrievedAt?: components["schemas"]["PartialDate"];
        };
        NewSpeaker: {
            name: string;
            slug?: components["schemas"]["Slug"];
            kind?: components["schemas"]["SpeakerKind"];
            /** @default [] */
            aliases: string[];
            /**
             * @default null
             * @example Q214378
             */
            wikidata: string | null;
            /** @default [] */
            affiliations: components["schemas"]["NewAffiliation"][];
        };
        NewStance: {
            claim: components["schemas"]["Reference"];
            stance: components["schemas"]["Stance"];
        };
        NewStatement: {
            article: components["schemas"]["Reference"];
            speaker: components["schemas"]["Reference"];
            quote: string;
            quoteType: components["schemas"]["QuoteType"];
            /**
             * @description The attributing expression: said, told, derided
             * @default null
             */
            cue: string | null;
            /**
             * @description To whom, and where
             * @default null
             */
            setting: string | null;
            /**
             * @description The sentence around the quote
             * @default null
             */
            context: string | null;
            language?: components["schemas"]["Language"];
            groundRules?: components["schemas"]["GroundRules"];
            /** @default null */
            original: components["schemas"]["Original"] | null;
            /** @default [] */
            translations: components["schemas"]["NewTranslation"][];
            /** @default [] */
            stances: components["schemas"]["NewStance"][];
            anchor?: components["schemas"]["QuoteHints"];
            status?: components["schemas"]["WrittenStatus"];
            /** @default null */
            note: string | null;
            side?: components["schemas"]["Reference"];
            dispute?: components["schemas"]["Reference"];
            /** @default null */
            repeats: components["schemas"]["Reference"] | null;
            /** @default null */
            saidAt: components["schemas"]["PartialDate"] | null;
            /** @default [] */
            rebuts: components["schemas"]["NewRebuttalLink"][];
            rebuttal?: components["schemas"]["NewInlineRebuttal"];
        };
        NewTranslation: {
            language: components["schemas"]["Language"];
            text: string;
            /** @default null */
            translator: string | null;
            method: components["schemas"]["TranslationMethod"];
        };
        /** @description The cursor of the next page; null on the last one */
        Next: string | null;
        /** @enum {string} */
        NormalizedRating: "true" | "mostly-true" | "mixed" | "misleading" | "false" | "unverifiable";
        NormalizedRatingList: components["schemas"]["NormalizedRating"][];
        NoteRedactionReceipt: {
            id: string;
            redactedAt: components["schemas"]["Timestamp"];
            reason: string;
            /** @description The lines of history whose words were removed */
            lines: number[];
            /** @description Whether the files of the database were cleaned of what had been there */
            purged: boolean;
        };
        OpenapiJson: {
            openapi: string;
        } & {
            [key: string]: unknown;
        };
        Original: {
            language: components["schemas"]["Language"];
            text: string;
        };
        Outlet: components["schemas"]["Kept"] & components["schemas"]["OutletBrief"] & {
            homepage: components["schemas"]["WebUrl"] | null;
            kind: components["schemas"]["OutletKind"];
            /** @example DE */
            country: string | null;
            similar?: components["schemas"]["SimilarEntities"];
        };
        OutletBrief: {
            id: components["schemas"]["OutletId"];
            slug: components["schemas"]["Slug"];
            name: string;
        };
        /** @example out_01k6v0a9q21y3 */
        OutletId: string;
        /** @enum {string} */
        OutletKind: "newspaper" | "broadcaster" | "agency" | "government" | "platform" | "other";
        OutletKindList: components["schemas"]["OutletKind"][];
        OutletPage: components["schemas"]["Page"] & {
            items: components["schemas"]["Outlet"][];
        };
        OutletRevision: {
            name?: string;
            slug?: components["schemas"]["Slug"] | null;
            homepage?: components["schemas"]["WebUrl"] | null;
            kind?: components["schemas"]["OutletKind"] | null;
            /** @example DE */
            country?: string | null;
        };
        OwnVoicePlace: {
            article: components["schemas"]["ArticleBrief"];
            outlet: components["schemas"]["OutletBrief"];
            /** @description The text, which is the article's newest; null where it is the title */
            snapshot: number | null;
            /** @description What stands before it in its sentence */
            before: string;
            /** @description The term as it stands there */
            match: string;
            /** @description What stands after it in its sentence */
            after: string;
            usage: components["schemas"]["TermUsage"];
        };
        OwnVoicePlacePage: components["schemas"]["Page"] & {
            items: components["schemas"]["OwnVoicePlace"][];
        };
        Page: {
            next: components["schemas"]["Next"];
            total?: components["schemas"]["Total"];
            totalAtLeast?: components["schemas"]["TotalAtLeast"];
        };
        Pair: {
            basis: components["schemas"]["PairBasis"];
            /** @description Of a rebuttal */
            kind?: components["schemas"]["RebuttalKind"];
            /** @description The question on which both take a stance; null when they share none */
            question: components["schemas"]["QuestionBrief"] | null;
            left: components["schemas"]["StatementBrief"];
            right: components["schemas"]["StatementBrief"];
            /** @description From left to right, by the speakers' calendars; negative where the answer bears the earlier date. Null unless both `saidAt` are known to the day */
            daysApart: number | null;
            /** @description Whether it is known which was said first: their dates cannot overlap. Of others than rebuttals that is the left */
            certain: boolean;
            sameArticle: boolean;
        };
        /** @enum {string} */
        PairBasis: "rebuttal" | "stance" | "counter-claim";
        PairBasisList: components["schemas"]["PairBasis"][];
        PairPage: components["schemas"]["Page"] & {
            items: components["schemas"]["Pair"][];
        };
        /**
         * @example 2023-09-06
         * @example 2023-09
         * @example 2023
         * @example 2023-09-06T14:00:00Z
         */
        PartialDate: string;
        PlaceInSnapshot: {
            snapshot: number;
            retrievedAt: components["schemas"]["PartialDate"];
            /** @description How the quote appears there */
            result?: components["schemas"]["QuoteResult"];
            start: number | null;
            end: number | null;
        };
        PositionCell: {
            side: components["schemas"]["SideInDispute"];
            /** @description Statements of the side that take any stance on a claim of the question */
            n: number;
            utterances: components["schemas"]["Utterances"];
            share: components["schemas"]["Share"];
            range: components["schemas"]["DateRange"];
            claims: (components["schemas"]["StanceCounts"] & {
                claim: components["schemas"]["ClaimBrief"];
                n: number;
                latest: components["schemas"]["StatementBrief"] | null;
            })[];
        };
        Problem: {
            /** @description Identifies the kind of problem */
            type: string;
            title: string;
            status: number;
            /** @description What is wrong this time, and what to do about it */
            detail: string;
            /** @enum {string} */
            code: "invalid" | "unauthenticated" | "forbidden" | "not-found" | "method-not-allowed" | "not-acceptable" | "timeout" | "conflict" | "duplicate" | "in-use" | "idempotency-mismatch" | "withdrawn" | "stale-revision" | "too-large" | "uri-too-long" | "unsupported-media-type" | "expectation-failed" | "unprocessable" | "quote-not-found" | "quote-altered" | "side-unknown" | "dispute-unknown" | "wrong-dispute" | "unknown-reference" | "precondition-required" | "rate-limited" | "headers-too-large" | "internal" | "overloaded" | "storage-full";
            errors: {
                pointer: string;
                detail: string;
            }[];
            /** @description How the quote stands in the article */
            result?: components["schemas"]["QuoteResult"];
            /** @description What the article has instead of the quote */
            closest?: components["schemas"]["Closest"];
            /** @description The id of what is there already */
            existing?: string;
            /** @description The id of the claim that this one was merged into */
            mergedInto?: string;
            /** @description How many refer to it, of each kind */
            references?: {
                [key: string]: number;
            };
            /** @description The revision that it has now */
            revision?: number;
            /** @description Why it was withdrawn */
            reason?: string | null;
            withdrawnAt?: components["schemas"]["Timestamp"];
            /** @description When its words were removed for good */
            redactedAt?: components["schemas"]["Timestamp"];
            /** @description The media types that there are */
            offered?: string[];
        } & {
            [key: string]: unknown;
        };
        Question: components["schemas"]["Kept"] & components["schemas"]["QuestionBrief"] & {
            dispute: components["schemas"]["DisputeBrief"];
        };
        QuestionBrief: {
            id: components["schemas"]["QuestionId"];
            slug: components["schemas"]["Slug"];
            text: string;
        };
        /** @example qst_01k6v0a9q21y3 */
        QuestionId: string;
        QuestionPage: components["schemas"]["Page"] & {
            items: components["schemas"]["Question"][];
        };
        QuestionRevision: {
            dispute?: components["schemas"]["Reference"];
            text?: string;
            slug?: components["schemas"]["Slug"] | null;
        };
        QuotationFound: {
            article?: components["schemas"]["ArticleBrief"];
            snapshot?: number;
            text?: components["schemas"]["TextSent"];
            start: number;
            end: number;
            /** @description Recorded at this place */
            statement?: components["schemas"]["StatementBrief"];
            /** @description Whose words they are in the record */
            speaker?: components["schemas"]["SpeakerBrief"];
        };
        /** @enum {string} */
        QuotationResult: "exact" | "normalized" | "elided" | "misattributed" | "ambiguous" | "altered" | "spliced" | "not-found";
        /** @enum {string} */
        QuoteDifference: "negation" | "numbers" | "words" | "brackets" | "accents" | "punctuation" | "case";
        QuoteDifferenceList: components["schemas"]["QuoteDifference"][];
        QuoteHints: {
            prefix?: string;
            suffix?: string;
            start?: number;
            end?: number;
        };
        /** @enum {string} */
        QuoteResult: "exact" | "normalized" | "elided" | "ambiguous" | "altered" | "not-found" | "no-text";
        QuoteResultList: components["schemas"]["QuoteResult"][];
        /** @enum {string} */
        QuoteType: "direct" | "indirect" | "mixed";
        QuoteTypeList: components["schemas"]["QuoteType"][];
        /** @enum {string} */
        QuoteWarning: "outside-quotation-marks" | "skips-negation" | "far-apart" | "short-part" | "cut-compound" | "ends-early" | "context-differs" | "markup";
        /** @description The publisher's own words, kept as they are */
        RatingLabel: string;
        RatingNumber: number | string;
        Readiness: {
            /**
             * @description `reads-only` while a standby answers reads and the database does not answer
             * @enum {string}
             */
            status: "ok" | "reads-only" | "unready";
            parts: {
                /** @enum {string} */
                database: "ok" | "unreachable";
                /** @description Copies of the database that reads are answered from: what is not `ok` is left out */
                standbys?: {
                    /** @description `standby-1` for the first of `DATABASE_READ_URLS` */
                    name: string;
                    /**
                     * @description `foreign`: a copy of another database; `promoted`: a copy no more
                     * @enum {string}
                     */
                    state: "ok" | "behind" | "foreign" | "promoted" | "unreachable";
                    lagBytes: number | null;
                    lagSeconds: number | null;
                }[];
            };
        };
        Rebuttal: components["schemas"]["Kept"] & {
            id: components["schemas"]["RebuttalId"];
            /** @description The answer */
            statement: components["schemas"]["StatementBrief"];
            /** @description The answered */
            rebuts: components["schemas"]["StatementBrief"];
            kind: components["schemas"]["RebuttalKind"];
            note: string | null;
        };
        /** @example reb_01k6v0a9q21y3 */
        RebuttalId: string;
        /** @enum {string} */
        RebuttalKind: "denial" | "undercut" | "reframing" | "counter-accusation" | "disavowal" | "concession" | "clarification";
        RebuttalKindList: components["schemas"]["RebuttalKind"][];
        RebuttalLink: {
            id: components["schemas"]["RebuttalId"];
            kind: components["schemas"]["RebuttalKind"];
            note: string | null;
            statement: components["schemas"]["StatementBrief"];
        };
        RebuttalPage: components["schemas"]["Page"] & {
            items: components["schemas"]["Rebuttal"][];
        };
        RebuttalRevision: {
            statement?: components["schemas"]["Reference"];
            rebuts?: components["schemas"]["Reference"];
            kind?: components["schemas"]["RebuttalKind"];
            note?: string | null;
        };
        Redaction: {
            reason: string;
        };
        RedactionReceipt: {
            id: components["schemas"]["StatementId"];
            revision: number;
            redactedAt: components["schemas"]["Timestamp"];
            reason: string;
            /** @description The lines of history whose words were removed */
            lines: number[];
            /** @description Lines of others, written in the same requests, whose comment was removed and nothing else */
            comments: number[];
            /** @description Snapshots of the article in which the quote was blanked, by their numbers */
            snapshots: number[];
            /** @description What else of the record, or of its history, has the same words: for a person to look at, and to redact where it can be */
            elsewhere: components["schemas"]["EntityName"][];
            /** @description Whether the files of the database were cleaned of what had been there; if not, the log says why */
            purged: boolean;
        };
        /** @description An id or a slug; for an article also its URL */
        Reference: string;
        ReferenceList: components["schemas"]["Reference"][];
        Review: components["schemas"]["Kept"] & {
            id: components["schemas"]["ReviewId"];
            claim: components["schemas"]["ClaimBrief"] | null;
            statement: components["schemas"]["StatementBrief"] | null;
            publisher: components["schemas"]["OutletBrief"];
            url: components["schemas"]["WebUrl"] | null;
            title: string | null;
            reviewedAt: components["schemas"]["PartialDate"] | null;
            rating: {
                label: components["schemas"]["RatingLabel"];
                value: number | null;
                best: number | null;
                worst: number | null;
                normalized: components["schemas"]["NormalizedRating"] | null;
            };
            language: components["schemas"]["Language"];
            corrections: components["schemas"]["CorrectionNotes"];
        };
        ReviewBrief: {
            id: components["schemas"]["ReviewId"];
            url: components["schemas"]["WebUrl"] | null;
            title: string | null;
            publisher: components["schemas"]["OutletBrief"];
            rating: {
                label: components["schemas"]["RatingLabel"];
                normalized: components["schemas"]["NormalizedRating"] | null;
            };
        };
        /** @example rev_01k6v0a9q21y3 */
        ReviewId: string;
        ReviewPage: components["schemas"]["Page"] & {
            items: components["schemas"]["Review"][];
        };
        ReviewRevision: {
            claim?: components["schemas"]["Reference"] | null;
            statement?: components["schemas"]["Reference"] | null;
            publisher?: components["schemas"]["Reference"];
            url?: components["schemas"]["WebUrl"] | null;
            title?: string | null;
            reviewedAt?: components["schemas"]["PartialDate"] | null;
            rating?: {
                label?: components["schemas"]["RatingLabel"];
                value?: components["schemas"]["RatingNumber"] | null;
                best?: components["schemas"]["RatingNumber"] | null;
                worst?: components["schemas"]["RatingNumber"] | null;
                normalized?: components["schemas"]["NormalizedRating"] | null;
            };
            language?: components["schemas"]["Language"] | null;
        };
        /** @description 1, 2, 3 …: how often this was written */
        Revision: number;
        /** @enum {string} */
        Scope: "read" | "write" | "admin";
        SearchResults: components["schemas"]["Page"] & {
            items: ({
                /** @constant */
                kind: "statement";
                snippet: components["schemas"]["Snippet"];
                statement: components["schemas"]["StatementBrief"];
            } | {
                /** @constant */
                kind: "claim";
                snippet: components["schemas"]["Snippet"];
                claim: components["schemas"]["ClaimBrief"];
            } | {
                /** @constant */
                kind: "speaker";
                snippet: components["schemas"]["Snippet"];
                speaker: components["schemas"]["SpeakerBrief"];
            } | {
                /** @constant */
                kind: "article";
                snippet: components["schemas"]["Snippet"];
                article: components["schemas"]["ArticleBrief"];
                /** @description The text that holds the words; null where the title does */
                snapshot: number | null;
                /** @description False where the newest text of the article has other words now, perhaps */
                isNewest: boolean;
            })[];
            /**
             * @description `newest` when more than 500 of a kind are found: the newest of them are ranked and listed. So it is when words of which only beginnings are asked for are too common to look further
             * @enum {string}
             */
            ranked: "all" | "newest";
        };
        /** @description n / total; 0 where there are none */
        Share: number;
        Side: components["schemas"]["Kept"] & {
            id: components["schemas"]["SideId"];
            slug: components["schemas"]["Slug"];
            name: string;
        };
        SideBrief: {
            id: components["schemas"]["SideId"];
            slug: components["schemas"]["Slug"];
            name: string;
        };
        /** @example sid_01k6v0a9q21y3 */
        SideId: string;
        SideInDispute: components["schemas"]["SideBrief"] & {
            role: components["schemas"]["SideRole"];
        };
        SidePage: components["schemas"]["Page"] & {
            items: components["schemas"]["Side"][];
        };
        SideRevision: {
            name?: string;
            slug?: components["schemas"]["Slug"] | null;
        };
        /** @enum {string} */
        SideRole: "party" | "third-party" | "mediator";
        SideSpokenFor: components["schemas"]["SideBrief"] & {
            role: components["schemas"]["SideRole"] | null;
        };
        /** @description What this may be the same as, at most five; the answer to a POST alone tells it */
        SimilarEntities: components["schemas"]["SimilarEntity"][];
        SimilarEntity: {
            id: string;
            slug?: string;
            url?: string;
            name?: string;
            title?: string;
        };
        /** @example limited-access */
        Slug: string;
        Snapshot: {
            id: components["schemas"]["SnapshotId"];
            article: components["schemas"]["ArticleId"];
            /** @description 1, 2, 3 … in the order in which they came */
            number: number;
            /** @description Of the text in UTF-8, as it was retrieved */
            sha256: string;
            /** @description Unicode code points of the text */
            length: number;
            retrievedAt: components["schemas"]["PartialDate"];
            /** @description Whether words in it were blanked since, because the law demanded it */
            redacted: boolean;
            createdAt: components["schemas"]["Timestamp"];
        };
        /** @example snp_01k6v0a9q21y3 */
        SnapshotId: string;
        SnapshotKept: components["schemas"]["Snapshot"] & {
            /** @description Whether it is the text that was retrieved last; an older copy never becomes that */
            newest: boolean;
            /** @description `markup`: the text holds tags or entities; send what readers see */
            warnings: "markup"[];
            drift: components["schemas"]["DriftCounts"];
        };
        SnapshotPage: components["schemas"]["Page"] & {
            items: components["schemas"]["Snapshot"][];
        };
        SnapshotWithText: components["schemas"]["Snapshot"] & {
            text: string;
        };
        /** @description The sentence that holds the words, as HTML: escaped, with `<mark>` around what was found */
        Snippet: string;
        Span: {
            start: number;
            end: number;
        };
        Speaker: components["schemas"]["Kept"] & components["schemas"]["NamedSpeaker"] & {
            kind: components["schemas"]["SpeakerKind"];
            aliases: string[];
            /** @example Q214378 */
            wikidata: string | null;
            affiliations: components["schemas"]["Affiliation"][];
            similar?: components["schemas"]["SimilarEntities"];
        };
        SpeakerBrief: components["schemas"]["NamedSpeaker"] & {
            title: string | null;
        };
        /** @example spk_01k6v0a9q21y3 */
        SpeakerId: string;
        /** @enum {string} */
        SpeakerKind: "person" | "organization" | "unattributed";
        SpeakerKindList: components["schemas"]["SpeakerKind"][];
        SpeakerPage: components["schemas"]["Page"] & {
            items: components["schemas"]["Speaker"][];
        };
        SpeakerPositions: {
            speaker: components["schemas"]["NamedSpeaker"];
            /** @description Statements that take a stance */
            n: number;
            utterances: components["schemas"]["Utterances"];
            range: components["schemas"]["DateRange"];
            /** @description Whether there are more than the newest 1000 stances */
            truncated: boolean;
            questions: {
                dispute: components["schemas"]["DisputeBrief"];
                question: components["schemas"]["QuestionBrief"];
                stances: components["schemas"]["StanceCounts"];
                /** @description Whether the speaker ever turned on this question */
                changed: boolean;
                positions: (components["schemas"]["StanceOnClaim"] & {
                    /** @description Whether it turns against what the speaker held before */
                    changed: boolean;
                    /** @description `reversed`: supports what the speaker denied the last time before, or denies what the speaker supported; `moved`: supports a claim that competes with the one supported the last time before */
                    turn: components["schemas"]["Turn"] | null;
                    /** @description Of a turn, whether it is known to come after what it turns against; else null */
                    certain: boolean | null;
                    statement: components["schemas"]["StatementBrief"];
                })[];
            }[];
        };
        SpeakerRevision: {
            name?: string;
            slug?: components["schemas"]["Slug"] | null;
            kind?: components["schemas"]["SpeakerKind"] | null;
            aliases?: string[] | null;
            /** @example Q214378 */
            wikidata?: string | null;
            affiliations?: components["schemas"]["NewAffiliation"][] | null;
        };
        /** @enum {string} */
        Stance: "support" | "deny" | "query" | "comment";
        StanceCounts: {
            support: number;
            deny: number;
            query: number;
            comment: number;
        };
        StanceList: components["schemas"]["Stance"][];
        StanceOnClaim: {
            claim: components["schemas"]["ClaimBrief"];
            stance: components["schemas"]["Stance"];
        };
        Statement: components["schemas"]["Kept"] & {
            id: components["schemas"]["StatementId"];
            status: components["schemas"]["Status"];
            dispute: components["schemas"]["DisputeBrief"];
            speaker: components["schemas"]["SpeakerBrief"];
            /** @description Null of a draft alone, of which it is not known */
            side: components["schemas"]["SideSpokenFor"] | null;
            quote: string;
            quoteType: components["schemas"]["QuoteType"];
            /** @description The attributing expression: said, told, derided */
            cue: string | null;
            groundRules: components["schemas"]["GroundRules"];
            language: components["schemas"]["Language"];
            original: components["schemas"]["Original"] | null;
            translations: components["schemas"]["Translation"][];
            saidAt: components["schemas"]["PartialDate"] | null;
            /** @description To whom, and where */
            setting: string | null;
            /** @description The sentence around the quote */
            context: string | null;
            article: components["schemas"]["ArticleBrief"];
            anchor: components["schemas"]["Anchor"];
            /** @description What became of the quote in the newest text; null where it was looked up there */
            drift: components["schemas"]["DriftNow"] | null;
            stances: components["schemas"]["StanceOnClaim"][];
            /** @description The statement that first reported the same utterance */
            repeats: components["schemas"]["StatementBrief"] | null;
            /** @description What this answers */
            rebuts: components["schemas"]["RebuttalLink"][];
            /** @description What answers this; the first 100, all of them in /v1/rebuttals */
            rebuttals: components["schemas"]["RebuttalLink"][];
            corrections: components["schemas"]["CorrectionNotes"];
            /** @description What an editor should look at */
            warnings: components["schemas"]["StatementWarning"][];
            note: string | null;
            similar?: components["schemas"]["SimilarEntities"];
        };
        StatementBrief: {
            id: components["schemas"]["StatementId"];
            quote: string;
            quoteType: components["schemas"]["QuoteType"];
            saidAt: components["schemas"]["PartialDate"] | null;
            speaker: components["schemas"]["SpeakerBrief"];
            /** @description Null of a draft alone, of which it is not known */
            side: components["schemas"]["SideSpokenFor"] | null;
            article: components["schemas"]["ArticleBrief"];
            anchor: components["schemas"]["AnchorBrief"];
        };
        /** @example stm_01k6v0a9q21y3 */
        StatementId: string;
        StatementPage: components["schemas"]["Page"] & {
            items: components["schemas"]["Statement"][];
        };
        StatementRevision: {
            article?: components["schemas"]["Reference"];
            speaker?: components["schemas"]["Reference"];
            quote?: string;
            quoteType?: components["schemas"]["QuoteType"];
            /** @description The attributing expression: said, told, derided */
            cue?: string | null;
            /** @description To whom, and where */
            setting?: string | null;
            /** @description The sentence around the quote */
            context?: string | null;
            language?: components["schemas"]["Language"] | null;
            groundRules?: components["schemas"]["GroundRules"] | null;
            original?: {
                language?: components["schemas"]["Language"];
                text?: string;
            } | null;
            translations?: components["schemas"]["NewTranslation"][] | null;
            stances?: components["schemas"]["NewStance"][] | null;
            anchor?: {
                prefix?: string | null;
                suffix?: string | null;
                start?: number | null;
                end?: number | null;
            } | null;
            status?: components["schemas"]["WrittenStatus"] | null;
            note?: string | null;
            side?: components["schemas"]["Reference"] | null;
            dispute?: components["schemas"]["Reference"] | null;
            repeats?: components["schemas"]["Reference"] | null;
            saidAt?: components["schemas"]["PartialDate"] | null;
            rebuts?: components["schemas"]["NewRebuttalLink"][] | null;
        };
        /** @enum {string} */
        StatementWarning: "said-after-publication" | "answers-later-words" | "duplicate";
        StatementsRead: {
            statements: number;
            isComplete: boolean;
        };
        /** @enum {string} */
        Status: "draft" | "published" | "withdrawn";
        TermColumn: {
            term: string;
            /** @description The term, and the other forms that claims list in one entry with it */
            forms: string[];
            /** @description Statements whose quote has it; each counts once: a use outweighs a denial, that a mention, and that what is not read */
            n: number;
            utterances: components["schemas"]["Utterances"];
            share: components["schemas"]["Share"];
            use: number;
            denial: number;
            mention: number;
            unread: number;
            sides: {
                side: components["schemas"]["SideBrief"];
                n: number;
                use: number;
                denial: number;
                mention: number;
                unread: number;
            }[];
            /** @description How many different speakers */
            speakers: number;
            outlets: {
                outlet: components["schemas"]["OutletBrief"];
                /** @description Statements whose speaker's own words have it: direct quotes, and mixed ones where it stands in the article's quotation marks, or where no text is held */
                inQuotes: number;
                /** @description Those in which it is the reporter's wording of what was said */
                paraphrased: number;
                /** @description Places in the titles and newest texts of its articles, outside statements and quotation marks; null where no text is held */
                ownVoice: components["schemas"]["TermUsages"] | null;
            }[];
            range: components["schemas"]["DateRange"];
            first: components["schemas"]["StatementBrief"] | null;
            latest: components["schemas"]["StatementBrief"] | null;
            samples: {
                statement: components["schemas"]["StatementBrief"];
                before: string;
                /** @description The wording as it stands in the quote */
                match: string;
                after: string;
                usage: components["schemas"]["TermUsage"];
            }[];
        };
        TermComparison: {
            /** @description As asked for; where left open, the days of the first and the last statement */
            range: components["schemas"]["DateRange"];
            /** @description The distinct statements counted in any column */
            total: number;
            columns: components["schemas"]["TermColumn"][];
            timeline: {
                period: string;
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                counts: components["schemas"]["TermUsages"][];
            }[];
            /** @description A side's first use of a term that until then only others used, in the whole record or the disputes asked for; of these, those that the rest of the filter leaves */
            crossovers: {
                side: components["schemas"]["SideBrief"];
                term: string;
                statement: components["schemas"]["StatementBrief"];
                /** @description Whether another side surely used it before */
                certain: boolean;
            }[];
            /** @description The languages of what was counted, by whether they are read */
            languages: {
                read: string[];
                unread: string[];
            };
            /** @description How many statements were counted, and whether those were all. Where every term is listed by a claim and nothing is filtered, all are; else the newest 20,000 that have one of the wordings are read, of very long quotes fewer */
            countedIn: components["schemas"]["StatementsRead"];
            /** @description In how many statements the first uses were looked for, and whether those were all; where the newest alone were read, a side may have used a term before */
            crossoversIn: components["schemas"]["StatementsRead"];
            /** @description In the texts of how many articles the wordings stand, and whether those are all; where texts are read, the newest 200 are, of very long ones fewer */
            ownVoiceOf: {
                articles: number;
                isComplete: boolean;
            };
        };
        /** @enum {string} */
        TermUsage: "use" | "denial" | "mention" | "unread";
        TermUsages: {
            /** @description All stances on the claims that list the term support, or it reads as the own word for it */
            use: number;
            /** @description All these stances deny, or the words deny the term itself */
            denial: number;
            /** @description Set apart as what others call it */
            mention: number;
            /** @description In a language that is not read, where no stances decide */
            unread: number;
        };
        TextCheck: {
            quotations: components["schemas"]["CheckedQuotation"][];
            counts: {
                exact: number;
                normalized: number;
                elided: number;
                misattributed: number;
                ambiguous: number;
                altered: number;
                spliced: number;
                "not-found": number;
            };
            searched: components["schemas"]["TextsSearched"];
        };
        TextSent: {
            index: number;
            title: string | null;
        };
        TextSpan: {
            start: number;
            end: number;
        };
        TextsSearched: {
            /** @description Texts that were looked through */
            texts: number;
            /** @description Of how many: sources named, else articles with a text; null where these are more than 100,000 */
            of: number | null;
        };
        Thread: {
            /** @description Where the thread was taken up */
            statement: components["schemas"]["StatementId"];
            /** @description How many steps were followed, either way */
            depth: number;
            /** @description Whether it goes on: deeper, or beyond 500 statements */
            truncated: boolean;
            nodes: (components["schemas"]["StatementBrief"] & {
                /** @description Steps from the statement asked for */
                depth: number;
            })[];
            edges: {
                id: components["schemas"]["RebuttalId"];
                kind: components["schemas"]["RebuttalKind"];
                /** @description The answer */
                from: components["schemas"]["StatementId"];
                /** @description The answered */
                to: components["schemas"]["StatementId"];
                note: string | null;
            }[];
        };
        /**
         * Format: date-time
         * @example 2023-09-07T10:30:00.000Z
         */
        Timestamp: string;
        /** @description How many items the whole list has; only with `count=true`, and null where that is too many to count */
        Total: number | null;
        /** @description Where `total` is null: there are more than this */
        TotalAtLeast: number;
        Translation: {
            language: components["schemas"]["Language"];
            text: string;
            translator: string | null;
            method: components["schemas"]["TranslationMethod"];
            stale: boolean;
        };
        /** @enum {string} */
        TranslationMethod: "human" | "machine" | "official";
        /** @enum {string} */
        Turn: "reversed" | "moved";
        /** @description Statements that repeat another are counted once with it */
        Utterances: number;
        /** @enum {string} */
        Verdict: "contested" | "agreed" | "uncontested" | "one-sided" | "no-position";
        VerifyQuoteAnswer: {
            result: components["schemas"]["QuoteResult"];
            anchor?: {
                start: number;
                end: number;
                prefix: string;
                suffix: string;
            };
            parts?: components["schemas"]["TextSpan"][];
            occurrences?: components["schemas"]["TextSpan"][];
            occurrencesTotal?: number;
            warnings: components["schemas"]["QuoteWarning"][];
            difference?: components["schemas"]["QuoteDifference"];
            suggestion?: string;
            closest?: components["schemas"]["Closest"];
        };
        VerifyQuoteRequest: {
            /** @description The text of the article, up to 1 MiB of UTF-8 */
            text: string;
            quote: string;
            /** @description What stands right before the quote, to tell its place apart */
            prefix?: string;
            /** @description What stands right after it */
            suffix?: string;
            /**
             * @description Whose words the quote is said to be; `direct` if not told
             * @enum {string}
             */
            quoteType?: "direct" | "indirect" | "mixed";
            language?: components["schemas"]["Language"];
        };
        /** @enum {string} */
        View: "full" | "brief";
        /**
         * Format: uri
         * @example https://p.dw.com/p/4W3DS
         */
        WebUrl: string;
        /** @enum {string} */
        WrittenStatus: "draft" | "published";
    };
    responses: {
        /** @description `unprocessable`, `quote-not-found`, `quote-altered`, `side-unknown`, `dispute-unknown`, `wrong-dispute`, `unknown-reference` */
        AnyProblem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `conflict`: This conflicts with what is recorded */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `conflict`, `duplicate`, `idempotency-mismatch` */
        ConflictOrDuplicateOrIdempotencyMismatch: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `conflict`, `duplicate`, `in-use` */
        ConflictOrDuplicateOrInUse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `conflict`, `idempotency-mismatch` */
        ConflictOrIdempotencyMismatch: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `conflict`, `in-use` */
        ConflictOrInUse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `conflict`, `in-use`, `idempotency-mismatch` */
        ConflictOrInUseOrIdempotencyMismatch: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `in-use`: Others refer to this */
        InUse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-found`: There is no such thing here */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Still the same as If-None-Match says */
        NotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["Cache-Control"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description What any request can meet, in the same shape: 400, 401 and 403 where a key is needed, 406, 413, 415, 429, 503, and 507 where something is written */
        OtherProblem: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "Retry-After": components["headers"]["Retry-After"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `precondition-required`: If-Match is needed */
        PreconditionRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `stale-revision`: Somebody changed this in the meantime */
        StaleRevision: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-reference`: A reference leads nowhere */
        UnknownReference: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unprocessable`: This cannot be recorded */
        Unprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unprocessable`, `unknown-reference` */
        UnprocessableOrUnknownReference: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unprocessable`, `wrong-dispute`, `unknown-reference` */
        UnprocessableOrWrongDisputeOrUnknownReference: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `withdrawn`: This was withdrawn */
        Withdrawn: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `wrong-dispute`, `unknown-reference` */
        WrongDisputeOrUnknownReference: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Done */
        Done: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description One page */
        ChangePage: {
            headers: {
                ETag: components["headers"]["ETag"];
                Link: components["headers"]["Link"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ChangePage"];
                "application/x-ndjson": string;
            };
        };
        /** @description As it is now */
        Claim: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Claim"];
            };
        };
        /** @description As it is now */
        NoteRedactionReceipt: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NoteRedactionReceipt"];
            };
        };
        /** @description As it is now */
        Side: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Side"];
            };
        };
        /** @description As it is now */
        Dispute: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Dispute"];
            };
        };
        /** @description As it is now */
        Question: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Question"];
            };
        };
        /** @description As it is now */
        Outlet: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Outlet"];
            };
        };
        /** @description As it is now */
        Article: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Article"];
            };
        };
        /** @description One page */
        DriftOfStatementPage: {
            headers: {
                ETag: components["headers"]["ETag"];
                Link: components["headers"]["Link"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DriftOfStatementPage"];
                "application/x-ndjson": string;
                "text/csv": string;
                "application/atom+xml": string;
                "application/feed+json": components["schemas"]["JsonFeed"];
            };
        };
        /** @description As it is now */
        Speaker: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Speaker"];
            };
        };
        /** @description As it is now */
        ClaimRelation: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ClaimRelation"];
            };
        };
        /** @description As it is now */
        Statement: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Statement"];
            };
        };
        /** @description As it is now */
        Rebuttal: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Rebuttal"];
            };
        };
        /** @description As it is now */
        Correction: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Correction"];
            };
        };
    };
    parameters: {
        /**
         * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
         * @example *
         */
        IfMatch: string;
        /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
        IfNoneMatch: string;
        /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
        ChangeComment: string;
        /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
        IdempotencyKey: string;
        /** @description An id or a slug; for an article also its URL */
        Ref: components["schemas"]["Reference"];
        /** @description How many items a page has */
        Limit: number;
        /** @description `next` of the page before */
        Cursor: string;
        /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
        Count: boolean;
        /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
        Fields: string[];
        /** @description What else Accept says; this comes first */
        Format: "json" | "ndjson";
        /** @description Written last at this time or later: a date, or a time with its offset */
        UpdatedFrom: components["schemas"]["PartialDate"];
        /** @description Written last at this time or earlier, the whole of it */
        UpdatedTo: components["schemas"]["PartialDate"];
        /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
        AsOf: components["schemas"]["PartialDate"];
        /** @description `true` begins CSV with a byte order mark, which some spreadsheets need */
        Bom: boolean;
        /** @description What else Accept says; this comes first */
        FormatOfDisputes: "json" | "ndjson" | "csv";
        /** @description Reported by this outlet */
        OutletOfStatements: components["schemas"]["ReferenceList"];
        /** @description Said on behalf of this side */
        SideOfStatements: components["schemas"]["ReferenceList"];
        /** @description `brief` for items with `id`, `slug`, `name` alone */
        ViewOfSides: components["schemas"]["View"];
        /** @description Language (BCP 47); `en` finds `en-GB` too */
        LanguageOfArticles: components["schemas"]["LanguageList"];
        /** @description What else Accept says; this comes first */
        FormatOfArticles: "json" | "ndjson" | "csv" | "atom" | "jsonfeed";
        /** @description What else Accept says; this comes first */
        FormatOfClaims: "json" | "jsonld";
        /** @description Statements of this dispute */
        DisputeOfStatements: components["schemas"]["ReferenceList"];
        /** @description Words attributed to this speaker */
        SpeakerOfStatements: components["schemas"]["ReferenceList"];
        /** @description `brief` for items with `id`, `slug`, `text` alone */
        ViewOfQuestions: components["schemas"]["View"];
        /** @description Reported by this article */
        ArticleOfStatements: components["schemas"]["ReferenceList"];
        /** @description Lines of this kind of entity: `statement`, `claim-relation` */
        Type: string[];
        /** @description Lines written at this time or later: a date, or a time with its offset */
        Since: components["schemas"]["PartialDate"];
        /** @description Lines written at this time or earlier, the whole of it */
        Until: components["schemas"]["PartialDate"];
        /** @description Lines by this actor, as they name it */
        Actor: string[];
        /** @description Lines of what belongs to this dispute: itself, its questions, claims and statements, what ties, answers, reviews and corrects them, and the articles that report them. What was deleted is not found by it */
        DisputeOfChanges: components["schemas"]["ReferenceList"];
        /** @description Said at this date or later, the whole of it; the article's date counts where none is known */
        From: components["schemas"]["PartialDate"];
        /** @description Said at this date or earlier, the whole of it */
        To: components["schemas"]["PartialDate"];
        /** @description How long a period of the timeline is; weeks begin on Monday */
        GranularityOfComparisons: components["schemas"]["Granularity"];
        /** @description Which table is told; `sides`, when left out */
        Table: "sides" | "timeline";
        /** @description The id of the import */
        Id: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The version of the answer: of an entity a strong tag, its revision first; of a list or a composed answer a weak one.
         * @example "1-m0Uu3mU0oJbL5jlrCbTq"
         */
        ETag: string;
        /**
         * @description Answers are kept by whoever asked, and asked for again with If-None-Match.
         * @example no-cache
         */
        "Cache-Control": string;
        /** @description `true` when this is the first answer to the same Idempotency-Key again; absent otherwise. */
        "Idempotency-Replayed": "true";
        /**
         * @description The address of the next page, with `rel="next"`; absent on the last one.
         * @example </v1/statements?limit=2&cursor=c2lnbmVk>; rel="next"
         */
        Link: string;
        /**
         * @description The address of what was made.
         * @example /v1/sides/sid_01k6v0a9q21y3
         */
        Location: string;
        /**
         * @description How many requests are left in this minute, and in how many seconds all of them are back (draft-ietf-httpapi-ratelimit-headers-11).
         * @example "minute";r=599;t=42
         */
        RateLimit: string;
        /**
         * @description How many requests this key or address may make, and in how many seconds.
         * @example "minute";q=600;w=60
         */
        "RateLimit-Policy": string;
        /**
         * @description Requests that this key or address may make in a minute.
         * @example 600
         */
        "RateLimit-Limit": number;
        /**
         * @description How many of them are left.
         * @example 599
         */
        "RateLimit-Remaining": number;
        /**
         * @description Seconds until all of them are back.
         * @example 60
         */
        "RateLimit-Reset": number;
        /**
         * @description Seconds after which to try again.
         * @example 5
         */
        "Retry-After": number;
        /**
         * @description How to show who you are.
         * @example Bearer realm="counterclaim"
         */
        "WWW-Authenticate": string;
        /**
         * @description What the service’s log knows this request as.
         * @example 01K6V0A9Q2W8E5R7T1Y3Z4X6C8
         */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listSides: {
        parameters: {
            query?: {
                /** @description Written last at this time or later: a date, or a time with its offset */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Written last at this time or earlier, the whole of it */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
                /** @description `brief` for items with `id`, `slug`, `name` alone */
                view?: components["parameters"]["ViewOfSides"];
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SidePage"];
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createSide: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSide"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Side"];
                };
            };
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getSide: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: components["parameters"]["AsOf"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Side"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteSide: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseSide: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["SideRevision"];
                "application/json": components["schemas"]["SideRevision"];
            };
        };
        responses: {
            200: components["responses"]["Side"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            422: components["responses"]["UnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listSideHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChangePage"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                /** @description Disputes in which this side takes part */
                side?: components["schemas"]["ReferenceList"];
                /** @description **Words** that the title and the summary must hold together. A page may hold fewer than `limit` while `next` leads on */
                q?: string;
                /** @description Written last at this time or later: a date, or a time with its offset */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Written last at this time or earlier, the whole of it */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
                /** @description `brief` for items with `id`, `slug`, `title` alone */
                view?: components["schemas"]["View"];
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputePage"];
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDispute"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            422: components["responses"]["UnprocessableOrUnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getDispute: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: components["parameters"]["AsOf"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Dispute"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteDispute: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseDispute: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["DisputeRevision"];
                "application/json": components["schemas"]["DisputeRevision"];
            };
        };
        responses: {
            200: components["responses"]["Dispute"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            422: components["responses"]["UnprocessableOrUnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listDisputeHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChangePage"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getDisputePositions: {
        parameters: {
            query?: {
                /** @description `true` begins CSV with a byte order mark, which some spreadsheets need */
                bom?: components["parameters"]["Bom"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["FormatOfDisputes"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputePositions"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getDisputeBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listQuestions: {
        parameters: {
            query?: {
                /** @description Questions at issue in this dispute */
                dispute?: components["schemas"]["ReferenceList"];
                /** @description Written last at this time or later: a date, or a time with its offset */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Written last at this time or earlier, the whole of it */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
                /** @description `brief` for items with `id`, `slug`, `text` alone */
                view?: components["parameters"]["ViewOfQuestions"];
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionPage"];
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createQuestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuestion"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Question"];
                };
            };
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getQuestion: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: components["parameters"]["AsOf"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Question"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteQuestion: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseQuestion: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["QuestionRevision"];
                "application/json": components["schemas"]["QuestionRevision"];
            };
        };
        responses: {
            200: components["responses"]["Question"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            422: components["responses"]["UnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listQuestionHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChangePage"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listOutlets: {
        parameters: {
            query?: {
                /** @description What the outlet is */
                kind?: components["schemas"]["OutletKindList"];
                /** @description Where it is (ISO 3166-1 alpha-2) */
                country?: string[];
                /** @description **Words** that the name must hold together. A page may hold fewer than `limit` while `next` leads on */
                q?: string;
                /** @description Written last at this time or later: a date, or a time with its offset */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Written last at this time or earlier, the whole of it */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
                /** @description `brief` for items with `id`, `slug`, `name` alone */
                view?: components["parameters"]["ViewOfSides"];
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutletPage"];
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createOutlet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOutlet"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outlet"];
                };
            };
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getOutlet: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: components["parameters"]["AsOf"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Outlet"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteOutlet: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseOutlet: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["OutletRevision"];
                "application/json": components["schemas"]["OutletRevision"];
            };
        };
        responses: {
            200: components["responses"]["Outlet"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            422: components["responses"]["UnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listOutletHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChangePage"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listArticles: {
        parameters: {
            query?: {
                /** @description Articles of this outlet */
                outlet?: components["schemas"]["ReferenceList"];
                /** @description Language (BCP 47); `en` finds `en-GB` too */
                language?: components["parameters"]["LanguageOfArticles"];
                /** @description **Words** that the title, the byline and the agencies must hold together. A page may hold fewer than `limit` while `next` leads on */
                q?: string;
                /** @description Written last at this time or later: a date, or a time with its offset */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Written last at this time or earlier, the whole of it */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
                /** @description `brief` for items with `id`, `url`, `title`, `publishedAt`, `outlet` alone */
                view?: components["schemas"]["View"];
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticlePage"];
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewArticle"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getArticle: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: components["parameters"]["AsOf"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Article"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteArticle: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseArticle: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ArticleRevision"];
                "application/json": components["schemas"]["ArticleRevision"];
            };
        };
        responses: {
            200: components["responses"]["Article"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            422: components["responses"]["UnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listArticleHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChangePage"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listSnapshots: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotPage"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createSnapshot: {
        parameters: {
            query?: {
                /** @description When the text was retrieved, where the body does not say it */
                retrievedAt?: components["schemas"]["PartialDate"];
            };
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSnapshot"];
                "text/plain": string;
            };
        };
        responses: {
            /** @description The newest snapshot has this text already; it is given, and no other is made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotKept"];
                };
            };
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotKept"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listArticleDrift: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description `true` begins CSV with a byte order mark, which some spreadsheets need */
                bom?: components["parameters"]["Bom"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["FormatOfArticles"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DriftOfStatementPage"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listArticleAnnotations: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An Annotation Collection with its first page inside; with a cursor, a further page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["AnnotationCollection"] | components["schemas"]["AnnotationPage"];
                    "application/json": components["schemas"]["AnnotationCollection"] | components["schemas"]["AnnotationPage"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getSnapshot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
                /** @description 1, 2, 3 … in the order in which they came */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotWithText"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listSpeakers: {
        parameters: {
            query?: {
                /** @description Speakers who speak or spoke for this side */
                side?: components["schemas"]["ReferenceList"];
                /** @description What the speaker is */
                kind?: components["schemas"]["SpeakerKindList"];
                /** @description The item of Wikidata that the speaker is */
                wikidata?: string[];
                /** @description **Words** that the name and the aliases must hold together. A page may hold fewer than `limit` while `next` leads on */
                q?: string;
                /** @description Written last at this time or later: a date, or a time with its offset */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Written last at this time or earlier, the whole of it */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
                /** @description `brief` for items with `id`, `slug`, `name` alone */
                view?: components["parameters"]["ViewOfSides"];
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpeakerPage"];
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createSpeaker: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSpeaker"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Speaker"];
                };
            };
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getSpeaker: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: components["parameters"]["AsOf"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Speaker"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteSpeaker: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseSpeaker: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["SpeakerRevision"];
                "application/json": components["schemas"]["SpeakerRevision"];
            };
        };
        responses: {
            200: components["responses"]["Speaker"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            422: components["responses"]["UnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listSpeakerHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChangePage"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getSpeakerPositions: {
        parameters: {
            query?: {
                /** @description `true` begins CSV with a byte order mark, which some spreadsheets need */
                bom?: components["parameters"]["Bom"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["FormatOfDisputes"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpeakerPositions"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listClaims: {
        parameters: {
            query?: {
                /** @description Claims on questions of this dispute */
                dispute?: components["schemas"]["ReferenceList"];
                /** @description Claims that answer this question */
                question?: components["schemas"]["ReferenceList"];
                /** @description Whether one side supports it while another denies it, or supports a claim that competes with it */
                contested?: boolean;
                /** @description Whether there is a published fact-check of it */
                reviewed?: boolean;
                /** @description **Words** that the text, the terms and the note must hold together. A page may hold fewer than `limit` while `next` leads on */
                q?: string;
                /** @description Written last at this time or later: a date, or a time with its offset */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Written last at this time or earlier, the whole of it */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
                /** @description `brief` for items with `id`, `slug`, `text` alone */
                view?: components["parameters"]["ViewOfQuestions"];
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPage"];
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClaim"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getClaim: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: components["parameters"]["AsOf"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["FormatOfClaims"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                    "application/ld+json": components["schemas"]["JsonLdDocument"];
                };
            };
            304: components["responses"]["NotModified"];
            /** @description This is another one now, at `Location`; the query is kept */
            308: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteClaim: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseClaim: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ClaimRevision"];
                "application/json": components["schemas"]["ClaimRevision"];
            };
        };
        responses: {
            200: components["responses"]["Claim"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            422: components["responses"]["UnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listClaimHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChangePage"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    mergeClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeClaimRequest"];
            };
        };
        responses: {
            200: components["responses"]["Claim"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            412: components["responses"]["StaleRevision"];
            422: components["responses"]["UnprocessableOrUnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    unmergeClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Claim"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            412: components["responses"]["StaleRevision"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listCounterclaims: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CounterclaimPage"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listClaimRelations: {
        parameters: {
            query?: {
                /** @description Relations that lead from this claim or to it */
                claim?: components["schemas"]["ReferenceList"];
                /** @description Relations that lead to this claim */
                target?: components["schemas"]["ReferenceList"];
                /** @description How the claim stands to its target */
                kind?: components["schemas"]["ClaimRelationKindList"];
                /** @description Written last at this time or later: a date, or a time with its offset */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Written last at this time or earlier, the whole of it */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
                /** @description `brief` for items with `id`, `claim`, `kind`, `target` alone */
                view?: components["schemas"]["View"];
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRelationPage"];
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createClaimRelation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClaimRelation"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRelation"];
                };
            };
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            422: components["responses"]["UnprocessableOrWrongDisputeOrUnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getClaimRelation: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: components["parameters"]["AsOf"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ClaimRelation"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteClaimRelation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseClaimRelation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ClaimRelationRevision"];
                "application/json": components["schemas"]["ClaimRelationRevision"];
            };
        };
        responses: {
            200: components["responses"]["ClaimRelation"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            412: components["responses"]["StaleRevision"];
            422: components["responses"]["UnprocessableOrWrongDisputeOrUnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listClaimRelationHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChangePage"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listStatements: {
        parameters: {
            query?: {
                /** @description Statements of this dispute */
                dispute?: components["parameters"]["DisputeOfStatements"];
                /** @description Statements that take a stance on a claim of this question */
                question?: components["schemas"]["ReferenceList"];
                /** @description Statements that take a stance on this claim */
                claim?: components["schemas"]["ReferenceList"];
                /** @description The stance taken: on the claim asked for, else on the question, else on any */
                stance?: components["schemas"]["StanceList"];
                /** @description Words attributed to this speaker */
                speaker?: components["parameters"]["SpeakerOfStatements"];
                /** @description Said on behalf of this side */
                side?: components["parameters"]["SideOfStatements"];
                /** @description Reported by this outlet */
                outlet?: components["parameters"]["OutletOfStatements"];
                /** @description Reported by this article */
                article?: components["parameters"]["ArticleOfStatements"];
                /** @description The speaker's words, the reporter's paraphrase, or both */
                quoteType?: components["schemas"]["QuoteTypeList"];
                /** @description Language (BCP 47); `en` finds `en-GB` too */
                language?: components["parameters"]["LanguageOfArticles"];
                /** @description On what terms it was said */
                groundRules?: components["schemas"]["GroundRulesList"];
                /** @description How the quote appears in the article */
                anchor?: components["schemas"]["QuoteResultList"];
                /** @description What became of the quote in the newest text of the article */
                drift?: components["schemas"]["DriftKindList"];
                /** @description What an editor should look at: of how the quote appears, or of the statement itself */
                warning?: (components["schemas"]["QuoteWarning"] | components["schemas"]["StatementWarning"])[];
                /** @description Said at this date or later, by the speaker's calendar; a coarse date is found if the whole of it lies in the range. The article's date counts where none is known */
                saidFrom?: components["schemas"]["PartialDate"];
                /** @description Said at this date or earlier, the whole of it */
                saidTo?: components["schemas"]["PartialDate"];
                /** @description Published at this date or later */
                publishedFrom?: components["schemas"]["PartialDate"];
                /** @description Published at this date or earlier, the whole of it */
                publishedTo?: components["schemas"]["PartialDate"];
                /** @description Whether a statement rebuts it; concessions and clarifications do not count */
                rebutted?: boolean;
                /** @description Statements of other sides, in disputes where this side takes part, that it has not rebutted */
                unansweredBy?: components["schemas"]["ReferenceList"];
                /** @description Statements that answer this one */
                rebuts?: components["schemas"]["ReferenceList"];
                /** @description Drafts are shown to holders of a key that may write */
                status?: "published" | "draft";
                /** @description Written last at this time or later: a date, or a time with its offset */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Written last at this time or earlier, the whole of it */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description **Words** that the quote and its context must hold together. Where beginnings of common words are asked for, or common words with filters that little fulfils, a page may hold fewer than `limit` while `next` leads on */
                q?: string;
                /** @description A wording that stands in the quote, its words one after another, or another form of it that a claim lists with it; never in a translation */
                term?: string[];
                /** @description By the date said (the article's where none is known) or recorded; a minus puts the newest first. `relevance` needs `q` and ranks the newest 500 of what is found */
                sort?: "saidAt" | "-saidAt" | "createdAt" | "-createdAt" | "relevance";
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
                /** @description `brief` for items with `id`, `quote`, `quoteType`, `saidAt`, `speaker`, `side`, `article`, `anchor.result` alone */
                view?: components["schemas"]["View"];
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description `true` begins CSV with a byte order mark, which some spreadsheets need */
                bom?: components["parameters"]["Bom"];
                /** @description What else Accept says; this comes first */
                format?: "json" | "ndjson" | "csv" | "jsonld" | "atom" | "jsonfeed";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                    "application/ld+json": components["schemas"]["JsonLdDocument"];
                    "application/atom+xml": string;
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStatement"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            409: components["responses"]["ConflictOrDuplicateOrIdempotencyMismatch"];
            422: components["responses"]["AnyProblem422"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getStatement: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: components["parameters"]["AsOf"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
                /** @description How the line is written; `apa`, when left out */
                style?: "apa" | "chicago" | "mla";
                /** @description What else Accept says; this comes first */
                format?: "json" | "bibtex" | "ris" | "csl" | "bibliography";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                    "application/x-bibtex": string;
                    "application/x-research-info-systems": string;
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                    "text/x-bibliography": string;
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Withdrawn"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteStatement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseStatement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["StatementRevision"];
                "application/json": components["schemas"]["StatementRevision"];
            };
        };
        responses: {
            200: components["responses"]["Statement"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrDuplicateOrInUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            422: components["responses"]["AnyProblem422"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listStatementHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChangePage"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    restoreStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Statement"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrDuplicateOrIdempotencyMismatch"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            default: components["responses"]["OtherProblem"];
        };
    };
    redactStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Redaction"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedactionReceipt"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            412: components["responses"]["StaleRevision"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getStatementThread: {
        parameters: {
            query?: {
                /** @description How many steps to follow from the statement, to what it answers and to its answers */
                depth?: number;
                /** @description What else Accept says; this comes first */
                format?: "json" | "graphviz" | "argdown";
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                    "text/vnd.graphviz": string;
                    "text/x-argdown": string;
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Withdrawn"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listRebuttals: {
        parameters: {
            query?: {
                /** @description Rebuttals by this statement */
                statement?: components["schemas"]["ReferenceList"];
                /** @description Rebuttals of this statement */
                rebuts?: components["schemas"]["ReferenceList"];
                /** @description How the one answers the other */
                kind?: components["schemas"]["RebuttalKindList"];
                /** @description Rebuttals within this dispute */
                dispute?: components["schemas"]["ReferenceList"];
                /** @description Written last at this time or later: a date, or a time with its offset */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Written last at this time or earlier, the whole of it */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
                /** @description `brief` for items with `id`, `statement`, `rebuts`, `kind` alone */
                view?: components["schemas"]["View"];
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuttalPage"];
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createRebuttal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRebuttal"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rebuttal"];
                };
            };
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            422: components["responses"]["UnprocessableOrWrongDisputeOrUnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getRebuttal: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: components["parameters"]["AsOf"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Rebuttal"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Withdrawn"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteRebuttal: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseRebuttal: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["RebuttalRevision"];
                "application/json": components["schemas"]["RebuttalRevision"];
            };
        };
        responses: {
            200: components["responses"]["Rebuttal"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            422: components["responses"]["UnprocessableOrWrongDisputeOrUnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listRebuttalHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChangePage"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    redactRebuttal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Redaction"];
            };
        };
        responses: {
            200: components["responses"]["NoteRedactionReceipt"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUseOrIdempotencyMismatch"];
            412: components["responses"]["StaleRevision"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listReviews: {
        parameters: {
            query?: {
                /** @description Reviews of this claim */
                claim?: components["schemas"]["ReferenceList"];
                /** @description Reviews of this statement */
                statement?: components["schemas"]["ReferenceList"];
                /** @description Reviews by this outlet */
                publisher?: components["schemas"]["ReferenceList"];
                /** @description Reviews whose rating comes to this */
                normalized?: components["schemas"]["NormalizedRatingList"];
                /** @description Language (BCP 47); `en` finds `en-GB` too */
                language?: components["parameters"]["LanguageOfArticles"];
                /** @description Written last at this time or later: a date, or a time with its offset */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Written last at this time or earlier, the whole of it */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
                /** @description `brief` for items with `id`, `url`, `title`, `publisher`, `rating.label`, `rating.normalized` alone */
                view?: components["schemas"]["View"];
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReview"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            422: components["responses"]["UnprocessableOrUnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    searchReviewedClaims: {
        parameters: {
            query?: {
                /** @description Words that the claim must have, all of them; every reviewed claim, when left out */
                query?: string;
                /** @description The language of the review (BCP 47), whose region is not looked at: `en-US` finds `en` and `en-GB` */
                languageCode?: components["schemas"]["Language"];
                /** @description The site that the review stands on, such as `example.org` */
                reviewPublisherSiteFilter?: string;
                /** @description How old the review or the claim may be, whichever is newer */
                maxAgeDays?: number;
                /** @description How many claims a page has at most */
                pageSize?: number;
                /** @description Claims that the first page leaves out */
                offset?: number;
                /** @description `nextPageToken` of the page before */
                pageToken?: string;
                /** @description A part of the name of who made the claim, or the slug */
                claimant?: string;
                /** @description What the label of the review is, or comes to: `false` */
                rating?: string;
                /** @description Claimed at this date or later */
                from?: components["schemas"]["PartialDate"];
                /** @description Claimed at this date or earlier, the whole of it */
                to?: components["schemas"]["PartialDate"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactCheckedClaims"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getReview: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: components["parameters"]["AsOf"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["FormatOfClaims"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                    "application/ld+json": components["schemas"]["JsonLdDocument"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Withdrawn"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteReview: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseReview: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ReviewRevision"];
                "application/json": components["schemas"]["ReviewRevision"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            422: components["responses"]["UnprocessableOrUnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getClaimReviewFeed: {
        parameters: {
            query?: {
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["FormatOfClaims"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonLdDocument"];
                    "application/ld+json": components["schemas"]["JsonLdDocument"];
                };
            };
            default: components["responses"]["OtherProblem"];
        };
    };
    listReviewHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChangePage"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    redactReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Redaction"];
            };
        };
        responses: {
            200: components["responses"]["NoteRedactionReceipt"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUseOrIdempotencyMismatch"];
            412: components["responses"]["StaleRevision"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listCorrections: {
        parameters: {
            query?: {
                /** @description Corrections of this statement */
                statement?: components["schemas"]["ReferenceList"];
                /** @description Corrections of this article */
                article?: components["schemas"]["ReferenceList"];
                /** @description Corrections of this claim */
                claim?: components["schemas"]["ReferenceList"];
                /** @description Corrections of this review */
                review?: components["schemas"]["ReferenceList"];
                /** @description Corrections of this kind */
                kind?: components["schemas"]["CorrectionKindList"];
                /** @description Written last at this time or later: a date, or a time with its offset */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Written last at this time or earlier, the whole of it */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
                /** @description `brief` for items with `id`, `kind`, `note`, `effectiveAt` alone */
                view?: components["schemas"]["View"];
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description `true` begins CSV with a byte order mark, which some spreadsheets need */
                bom?: components["parameters"]["Bom"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["FormatOfArticles"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                    "application/atom+xml": string;
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createCorrection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCorrection"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
                };
            };
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            422: components["responses"]["UnprocessableOrUnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getCorrection: {
        parameters: {
            query?: {
                /** @description As it stood at this time, or at the end of this day, month or year, as history tells it; what it refers to is told as it stood then, too */
                asOf?: components["parameters"]["AsOf"];
                /** @description The members that are answered, besides `id`, with commas between their names; all where it is left out */
                fields?: components["parameters"]["Fields"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Correction"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Withdrawn"];
            default: components["responses"]["OtherProblem"];
        };
    };
    deleteCorrection: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    reviseCorrection: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag that was read, so that nobody is overwritten unseen; the revision in it is what counts. `*` changes it whatever it is. 428 without it.
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["CorrectionRevision"];
                "application/json": components["schemas"]["CorrectionRevision"];
            };
        };
        responses: {
            200: components["responses"]["Correction"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUse"];
            410: components["responses"]["Withdrawn"];
            412: components["responses"]["StaleRevision"];
            422: components["responses"]["UnprocessableOrUnknownReference"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listCorrectionHistory: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChangePage"];
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    redactCorrection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description An id or a slug; for an article also its URL */
                ref: components["parameters"]["Ref"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Redaction"];
            };
        };
        responses: {
            200: components["responses"]["NoteRedactionReceipt"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrInUseOrIdempotencyMismatch"];
            412: components["responses"]["StaleRevision"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description Lines after the one with this `seq` */
                after?: number;
                /** @description Lines of this kind of entity: `statement`, `claim-relation` */
                type?: components["parameters"]["Type"];
                /** @description Lines written at this time or later: a date, or a time with its offset */
                since?: components["parameters"]["Since"];
                /** @description Lines written at this time or earlier, the whole of it */
                until?: components["parameters"]["Until"];
                /** @description Lines by this actor, as they name it */
                actor?: components["parameters"]["Actor"];
                /** @description Lines of what belongs to this dispute: itself, its questions, claims and statements, what ties, answers, reviews and corrects them, and the articles that report them. What was deleted is not found by it */
                dispute?: components["parameters"]["DisputeOfChanges"];
                /** @description The oldest first, or the newest */
                order?: "asc" | "desc";
                /** @description `true` begins CSV with a byte order mark, which some spreadsheets need */
                bom?: components["parameters"]["Bom"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["FormatOfDisputes"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    streamChanges: {
        parameters: {
            query?: {
                /** @description Lines after the one with this `seq` */
                after?: number;
                /** @description Lines of this kind of entity: `statement`, `claim-relation` */
                type?: components["parameters"]["Type"];
                /** @description Lines written at this time or later: a date, or a time with its offset */
                since?: components["parameters"]["Since"];
                /** @description Lines written at this time or earlier, the whole of it */
                until?: components["parameters"]["Until"];
                /** @description Lines by this actor, as they name it */
                actor?: components["parameters"]["Actor"];
                /** @description Lines of what belongs to this dispute: itself, its questions, claims and statements, what ties, answers, reviews and corrects them, and the articles that report them. What was deleted is not found by it */
                dispute?: components["parameters"]["DisputeOfChanges"];
            };
            header?: {
                /** @description The `seq` of the last line that the reader has */
                "Last-Event-Id"?: string;
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events without end */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listDrift: {
        parameters: {
            query?: {
                /** @description Statements of this dispute */
                dispute?: components["parameters"]["DisputeOfStatements"];
                /** @description Said on behalf of this side */
                side?: components["parameters"]["SideOfStatements"];
                /** @description Words attributed to this speaker */
                speaker?: components["parameters"]["SpeakerOfStatements"];
                /** @description Reported by this outlet */
                outlet?: components["parameters"]["OutletOfStatements"];
                /** @description Reported by this article */
                article?: components["parameters"]["ArticleOfStatements"];
                /** @description What became of the quote; all but `unchanged`, when left out */
                drift?: components["schemas"]["DriftKindList"];
                /** @description The gravest of what differs in an altered quote */
                difference?: components["schemas"]["QuoteDifferenceList"];
                /** @description In texts retrieved at this date or later */
                from?: components["schemas"]["PartialDate"];
                /** @description In texts retrieved at this date or earlier, the whole of it */
                to?: components["schemas"]["PartialDate"];
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description `true` begins CSV with a byte order mark, which some spreadsheets need */
                bom?: components["parameters"]["Bom"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["FormatOfArticles"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DriftOfStatementPage"];
            304: components["responses"]["NotModified"];
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listPairs: {
        parameters: {
            query?: {
                /** @description Both statements belong to this dispute */
                dispute?: components["schemas"]["ReferenceList"];
                /** @description Both statements take a stance on a claim of this question */
                question?: components["schemas"]["ReferenceList"];
                /** @description Both take a stance on a claim of its question, one of them on this claim */
                claim?: components["schemas"]["ReferenceList"];
                /** @description One of the two speaks for this side */
                side?: components["schemas"]["ReferenceList"];
                /** @description The other of the two speaks for this side */
                against?: components["schemas"]["ReferenceList"];
                /** @description One of the two is by this speaker */
                speaker?: components["schemas"]["ReferenceList"];
                /** @description Both are reported by this outlet */
                outlet?: components["schemas"]["ReferenceList"];
                /** @description The strongest basis of the pair */
                basis?: components["schemas"]["PairBasisList"];
                /** @description Both were said at this date or later, the whole of it; the article's date where none is known */
                from?: components["schemas"]["PartialDate"];
                /** @description Both were said at this date or earlier, the whole of it */
                to?: components["schemas"]["PartialDate"];
                /** @description One pair for two utterances: statements that repeat another are left out */
                distinct?: boolean;
                /** @description For each left only the right nearest in time; of two as near the earlier, then the smaller id */
                nearest?: boolean;
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact up to 10,000 pairs, as long as no more than 100,000 rows are read for it; else `totalAtLeast` */
                count?: boolean;
                /** @description `true` begins CSV with a byte order mark, which some spreadsheets need */
                bom?: components["parameters"]["Bom"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["FormatOfDisputes"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairPage"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["AnyProblem422"];
            default: components["responses"]["OtherProblem"];
        };
    };
    compareClaims: {
        parameters: {
            query: {
                /** @description The claims to compare, of one dispute; the order is that of the columns */
                claim: components["schemas"]["Reference"][];
                /** @description Said at this date or later, the whole of it; the article's date counts where none is known */
                from?: components["parameters"]["From"];
                /** @description Said at this date or earlier, the whole of it */
                to?: components["parameters"]["To"];
                /** @description Said on behalf of this side */
                side?: components["parameters"]["SideOfStatements"];
                /** @description Reported by this outlet */
                outlet?: components["parameters"]["OutletOfStatements"];
                /** @description How long a period of the timeline is; weeks begin on Monday */
                granularity?: components["parameters"]["GranularityOfComparisons"];
                /** @description How many pairs are told */
                limit?: number;
                /** @description `pairs.next` of the answer before */
                cursor?: string;
                /** @description Which table is told; `sides`, when left out */
                table?: components["parameters"]["Table"];
                /** @description `true` begins CSV with a byte order mark, which some spreadsheets need */
                bom?: components["parameters"]["Bom"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["FormatOfDisputes"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimComparison"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["AnyProblem422"];
            default: components["responses"]["OtherProblem"];
        };
    };
    compareTerms: {
        parameters: {
            query: {
                /** @description The wordings to compare, of one word or several; the order is that of the columns */
                term: string[];
                /** @description Statements of this dispute */
                dispute?: components["parameters"]["DisputeOfStatements"];
                /** @description Words attributed to this speaker */
                speaker?: components["parameters"]["SpeakerOfStatements"];
                /** @description Said at this date or later, the whole of it; the article's date counts where none is known */
                from?: components["parameters"]["From"];
                /** @description Said at this date or earlier, the whole of it */
                to?: components["parameters"]["To"];
                /** @description Said on behalf of this side */
                side?: components["parameters"]["SideOfStatements"];
                /** @description Reported by this outlet */
                outlet?: components["parameters"]["OutletOfStatements"];
                /** @description How long a period of the timeline is; weeks begin on Monday */
                granularity?: components["parameters"]["GranularityOfComparisons"];
                /** @description Which table is told; `sides`, when left out */
                table?: components["parameters"]["Table"];
                /** @description `true` begins CSV with a byte order mark, which some spreadsheets need */
                bom?: components["parameters"]["Bom"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["FormatOfDisputes"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermComparison"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["AnyProblem422"];
            default: components["responses"]["OtherProblem"];
        };
    };
    listOwnVoice: {
        parameters: {
            query: {
                /** @description The wording; its other forms are found, too */
                term: string;
                /** @description Articles with a statement of this dispute */
                dispute?: components["schemas"]["ReferenceList"];
                /** @description Leaves out nothing here */
                speaker?: components["schemas"]["ReferenceList"];
                /** @description Leaves out nothing here */
                side?: components["schemas"]["ReferenceList"];
                /** @description Reported by this outlet */
                outlet?: components["parameters"]["OutletOfStatements"];
                /** @description Published at this date or later */
                from?: components["schemas"]["PartialDate"];
                /** @description Published at this date or earlier */
                to?: components["schemas"]["PartialDate"];
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
                /** @description What else Accept says; this comes first */
                format?: components["parameters"]["Format"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnVoicePlacePage"];
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["AnyProblem422"];
            default: components["responses"]["OtherProblem"];
        };
    };
    searchRecord: {
        parameters: {
            query: {
                /** @description **Words** to look for */
                q: string;
                /** @description What is looked for; everything, when left out */
                kind?: ("statement" | "statements" | "claim" | "claims" | "speaker" | "speakers" | "article" | "articles")[];
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResults"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["OtherProblem"];
        };
    };
    verifyQuote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyQuoteRequest"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyQuoteAnswer"];
                };
            };
            default: components["responses"]["OtherProblem"];
        };
    };
    checkQuotations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckQuotationsRequest"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextCheck"];
                };
            };
            422: components["responses"]["UnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    askAsAssistant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssistantMessage"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssistantReply"];
                };
            };
            default: components["responses"]["OtherProblem"];
        };
    };
    createImport: {
        parameters: {
            query: {
                /** @description What the file is */
                format: components["schemas"]["ImportFormat"];
                /** @description Where rows go that name no dispute; the dispute `imported`, when left out */
                dispute?: components["schemas"]["Reference"];
                /** @description Where claims go that name no question; `imported-claims`, when left out */
                question?: components["schemas"]["Reference"];
                /** @description For whom those speak of whom the file does not say it */
                side?: components["schemas"]["Reference"];
                /** @description Whose text the file is of, where it does not say it (`citron`) */
                article?: components["schemas"]["Reference"];
                /** @description `true` does everything and stores nothing */
                dryRun?: boolean;
            };
            header?: {
                /** @description Why, as an editor’s summary, in UTF-8; it stands in history. */
                "Change-Comment"?: components["parameters"]["ChangeComment"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "application/json": string;
                "application/ld+json": string;
                "text/csv": string;
                "application/tei+xml": string;
                "application/xml": string;
                "text/xml": string;
                "application/gzip": string;
                "application/x-bzip2": string;
            };
        };
        responses: {
            /** @description Taken in; the job tells how far it is */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            422: components["responses"]["WrongDisputeOrUnknownReference"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the import */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getImportRows: {
        parameters: {
            query?: {
                /** @description `true` begins CSV with a byte order mark, which some spreadsheets need */
                bom?: components["parameters"]["Bom"];
                /** @description What else Accept says; this comes first */
                format?: "ndjson" | "csv";
            };
            header?: never;
            path: {
                /** @description The id of the import */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            404: components["responses"]["NotFound"];
            default: components["responses"]["OtherProblem"];
        };
    };
    exportRecord: {
        parameters: {
            query?: {
                /** @description What else Accept says; this comes first */
                format?: "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            default: components["responses"]["OtherProblem"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description How many items a page has */
                limit?: components["parameters"]["Limit"];
                /** @description `next` of the page before */
                cursor?: components["parameters"]["Cursor"];
                /** @description `true` adds `total`, exact as long as no more than 100,000 rows are read for it; beyond that `total` is null, and `totalAtLeast` says how many were counted */
                count?: components["parameters"]["Count"];
            };
            header?: {
                /** @description The ETag of an answer that is at hand: 304 without a body while it is still the same. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPage"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["OtherProblem"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any visible ASCII characters that no other request of this caller has, in quotes or without. Within 24 hours the same key with the same body makes nothing new and gives the first answer again, with `Idempotency-Replayed: true`; with another body or at another address it is a 409. A request that was refused is not remembered. Once words were redacted anywhere, first answers are kept no longer: what was made is told as it is by then, or 409 `conflict` names it where it was deleted, withdrawn or merged since. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description Recorded, as it is kept now */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKeyShown"];
                };
            };
            409: components["responses"]["ConflictOrIdempotencyMismatch"];
            422: components["responses"]["Unprocessable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the key */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Done"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["OtherProblem"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the text format of Prometheus */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: components["responses"]["OtherProblem"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            default: components["responses"]["OtherProblem"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Some part is not ready */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            default: components["responses"]["OtherProblem"];
        };
    };
    getOpenapiJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenapiJson"];
                };
            };
            default: components["responses"]["OtherProblem"];
        };
    };
    getOpenapiYaml: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
            default: components["responses"]["OtherProblem"];
        };
    };
}
